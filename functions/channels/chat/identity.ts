import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { ChatUser } from '../../../schemas/chat.ts';

/** What the page's word proves about its visitor. */
export type ProvenUser = Omit<ChatUser, 'hash'>;

const hashOf = (secret: string, said: string) =>
  createHmac('sha256', secret).update(said, 'utf8').digest();

/**
 * Checks `HMAC-SHA256(secret, id)` or `HMAC-SHA256(secret, id + "\n" + email)`, hex, in constant time. An address that
 * the hash does not cover is not proven and left out; nothing is proven by a connection without secrets.
 */
export function provenUser(user: ChatUser, secrets: readonly string[]): ProvenUser | undefined {
  const { hash, email, ...known } = user;
  const given = Buffer.from(hash, 'hex');
  const isSigned = (said: string) =>
    secrets.filter((secret) => timingSafeEqual(hashOf(secret, said), given)).length > 0;
  if (email !== undefined && isSigned(`${user.id}\n${email}`))
    return { ...known, email: email.toLowerCase() };
  return isSigned(user.id) ? known : undefined;
}

/** The conversation of a user the page vouches for: the same on every device, and nothing to be guessed from. */
export const chatOfUser = (connectionId: string, userId: string): string =>
  `u:${createHash('sha256').update(`${connectionId}\n${userId}`).digest('base64url')}`;

/** The conversation of a stranger; `random` is at least 16 bytes. */
export const chatOfStranger = (random: Uint8Array): string =>
  `v:${Buffer.from(random).toString('base64url')}`;
