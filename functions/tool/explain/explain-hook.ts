import { HookChannel } from '../../../schemas/primitives.ts';
import type { Incoming, IncomingFile } from '../../channels/channel.ts';
import type { ExplainingDesk } from './explaining-desk.ts';
import { connectionFor, understandFile } from './understand-file.ts';
import { whatWouldHappen } from './what-would-happen.ts';

export const isHookChannel = (name: string): name is HookChannel =>
  HookChannel.safeParse(name).success;
export const hookChannelNames: readonly string[] = HookChannel.options;

/** A request to the hook of a channel, from a file. */
export type HookFile = {
  readonly channel: HookChannel;
  /** Connection of that channel; the first one unless named. */
  readonly connectionId?: string;
  readonly body: Uint8Array;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
};

/**
 * Everything the desk would understand of a hook's body. The signature is not looked at: it was made with a secret
 * that this machine need not have.
 * @throws Error for a body that is not the channel's, or a connection that is not in the settings
 */
export const explainHook = async (file: HookFile, desk: ExplainingDesk, now: string) => {
  const { channel, connectionId, body, headers } = file;
  const named = desk.connections.find((one) => one.channel === channel && one.id === connectionId);
  const connection = connectionId === undefined ? connectionFor(file, desk.connections) : named;
  if (!connection)
    throw new Error(
      connectionId === undefined
        ? `desk.config.ts has no connection of channel ${channel}`
        : `desk.config.ts has no ${channel} connection "${connectionId}"`,
    );
  const understood = await understandFile({ channel, body, headers, receivedAt: now }, connection);
  const incoming = understood.flatMap((one) => one.incoming);
  const events = understood.flatMap((one) => one.events ?? []);
  const [first, ...others] = incoming;
  return {
    kind: 'hook' as const,
    channel,
    connection: connection.id,
    verdict: first
      ? first.inbound.kind
      : events.length > 0
        ? ('event' as const)
        : ('ignored' as const),
    ...(first ? messageOf(first, desk) : nothing),
    /** What happened to messages that are there already; the rest of a batch, in short. */
    events,
    more: others.map(({ inbound, files }) => ({
      verdict: inbound.kind,
      from: { name: inbound.sender.name, address: inbound.sender.externalId },
      text: inbound.text,
      attachments: files.map(fileOf),
      threading: { idempotencyKey: inbound.idempotencyKey, conversations: inbound.pointers },
    })),
    ignored: [...new Set(understood.flatMap((one) => one.ignored))],
    problems: [] as string[],
  };
};

const nothing = {
  receivedAt: null,
  from: null,
  to: [],
  subject: '',
  text: '',
  visibleText: '',
  html: null,
  attachments: [],
  acknowledgement: { wouldSend: false, because: ['nothing-to-answer'] },
  threading: { idempotencyKey: null, conversations: [] },
  topic: null,
  line: null,
  promise: null,
  language: null,
  flags: [],
};

const messageOf = ({ inbound, files }: Incoming, desk: ExplainingDesk) => {
  const outcome = whatWouldHappen(inbound, desk);
  const { isAcknowledged: wouldSend } = outcome;
  return {
    receivedAt: inbound.occurredAt,
    from: { name: inbound.sender.name, address: inbound.sender.externalId },
    to: [inbound.replyTo.address],
    subject: inbound.subject,
    text: inbound.text,
    visibleText: inbound.text,
    html: inbound.html ?? null,
    attachments: files.map(fileOf),
    acknowledgement: { wouldSend, because: wouldSend ? [] : [`verdict:${inbound.kind}`] },
    threading: { idempotencyKey: inbound.idempotencyKey, conversations: inbound.pointers },
    topic: outcome.topic,
    line: outcome.line,
    promise: outcome.promise,
    language: inbound.language ?? null,
    flags: inbound.flags,
  };
};

/** Files of hooks are only named; size and hash are known when they are fetched. */
const fileOf = (file: IncomingFile) => ({
  name: file.name,
  type: file.type,
  size: 'content' in file ? file.content.length : (file.size ?? null),
  sha256: null,
  kind: file.kind,
  ref: 'ref' in file ? file.ref : null,
});
