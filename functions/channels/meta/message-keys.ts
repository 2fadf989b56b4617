import type { ChannelKind } from '../../../schemas/primitives.ts';
import { deliveryKey, sentKey } from '../pointers.ts';

/** A message of either side: theirs or one written in the channel's own app, else ours from here. */
export const messageKeys = (
  channel: ChannelKind,
  connectionId: string,
  id: string,
): readonly string[] => [
  deliveryKey(channel, connectionId, id),
  sentKey(channel, connectionId, id),
];

/** One of ours, from here or the channel's own app. */
export const ourKeys = (
  channel: ChannelKind,
  connectionId: string,
  id: string,
): readonly string[] => [
  sentKey(channel, connectionId, id),
  deliveryKey(channel, connectionId, id),
];
