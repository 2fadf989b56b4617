import type { Reach } from '../../../schemas/api/views.ts';
import type { ChannelKind } from '../../../schemas/primitives.ts';

/** What a channel lets us do, as far as answering is concerned; `functions/channels/capabilities.ts` has such. */
export type ChannelFacts = {
  readonly textMax?: number;
  readonly fileBytesOut: number;
  readonly windowHours?: number;
  readonly personHours?: number;
  readonly templates?: boolean;
  readonly canEdit?: boolean;
};

/** One end of ours with one address of the customer's. */
export type Way = {
  readonly connectionId: string;
  readonly channel: ChannelKind;
  readonly address: string;
  /** The connection takes in only. */
  readonly isMute?: boolean;
  /** The person stopped us there. */
  readonly blockedAt?: string;
  /** When they last wrote there, as far as is known. */
  readonly heardAt?: string;
};

const hourMs = 3_600_000;
const after = (instant: string, hours: number) =>
  new Date(Date.parse(instant) + hours * hourMs).toISOString();

type Standing = Pick<Reach, 'state' | 'closesAt'>;

/** Windows count from the customer's last message there; one that never came leaves the window closed. */
const windowOf = (
  { heardAt }: Way,
  { windowHours, personHours }: ChannelFacts,
  now: string,
): Standing => {
  if (windowHours === undefined) return { state: 'open' };
  if (heardAt === undefined) return { state: 'window-closed' };
  const closesAt = after(heardAt, windowHours);
  if (now < closesAt) return { state: 'open', closesAt };
  const endsAt = personHours === undefined ? closesAt : after(heardAt, personHours);
  return now < endsAt ? { state: 'person-only', closesAt: endsAt } : { state: 'window-closed' };
};

/** How a way stands now. Being blocked counts more than a window, having no voice more than both. */
export const reachOf = (way: Way, facts: ChannelFacts, now: string): Reach => {
  const standing: Standing = way.isMute
    ? { state: 'no-reply' }
    : way.blockedAt !== undefined
      ? { state: 'blocked' }
      : windowOf(way, facts, now);
  return {
    connectionId: way.connectionId,
    channel: way.channel,
    address: way.address,
    ...standing,
    takesTemplates: facts.templates === true && !way.isMute && way.blockedAt === undefined,
    ...(facts.textMax !== undefined && { textMax: facts.textMax }),
    fileBytesMax: facts.fileBytesOut,
    canEdit: facts.canEdit === true,
  };
};
