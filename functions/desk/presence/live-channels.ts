import type { ChannelKind } from '../../../schemas/primitives.ts';

/** Channels where the customer sits and waits for an answer: what a person can do several of at once, but not many. */
const liveChannels: ReadonlySet<ChannelKind> = new Set<ChannelKind>([
  'chat',
  'telegram',
  'whatsapp',
  'messenger',
  'instagram',
  'viber',
  'vk',
  'ok',
]);

/** Whether a ticket counts as a chat in somebody's load. */
export const isLive = (channel: ChannelKind): boolean => liveChannels.has(channel);
