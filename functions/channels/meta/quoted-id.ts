import type { Outgoing } from '../outgoing.ts';

/** The message to show ours as an answer to: what the agent answered, else the customer's newest, of this channel. */
export function quotedId({ message, answered }: Outgoing): string | undefined {
  if (message.inReplyTo !== undefined) return message.inReplyTo;
  const isHere =
    answered?.channel === message.channel && answered.connectionId === message.connectionId;
  return isHere ? answered.externalId : undefined;
}
