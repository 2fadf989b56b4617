import type { ChannelEvent, Incoming } from '../channel.ts';

/** What one delivery, or one part of it, says. */
export type Batch = {
  readonly incoming: readonly Incoming[];
  readonly events: readonly ChannelEvent[];
  readonly ignored: readonly string[];
};

export const nothing: Batch = { incoming: [], events: [], ignored: [] };

export const ignoring = (...codes: readonly string[]): Batch => ({ ...nothing, ignored: codes });

export const happened = (...events: readonly ChannelEvent[]): Batch => ({ ...nothing, events });

export const said = (incoming: Incoming): Batch => ({ ...nothing, incoming: [incoming] });

/** All parts in their order. */
export const together = (parts: readonly Batch[]): Batch => ({
  incoming: parts.flatMap(({ incoming }) => incoming),
  events: parts.flatMap(({ events }) => events),
  ignored: parts.flatMap(({ ignored }) => ignored),
});

/** A name from outside as part of a code that is counted. */
export const codeOf = (name: string): string => (/^[a-z_]{1,40}$/.test(name) ? name : 'unknown');
