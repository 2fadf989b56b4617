import * as z from 'zod';
import { ChatId, ChatUser } from '../../schemas/chat.ts';
import { Language, Slug } from '../../schemas/primitives.ts';
import { readToken, type Secrets, signToken } from '../secrets/signed-token.ts';

/** Who a visitor is to us. */
const Claims = z.object({
  /** Connection. */
  c: Slug,
  /** Conversation. */
  v: ChatId,
  u: ChatUser.omit({ hash: true }).optional(),
  l: Language.optional(),
});
export type VisitorClaims = {
  readonly connectionId: string;
  readonly chat: string;
  /** Proven by the page. */
  readonly user?: z.output<typeof Claims>['u'];
  readonly language?: z.output<typeof Language>;
};

type Signing = { readonly secrets: Secrets; readonly now: number };

const dayMilliseconds = 86_400_000;
/**
 * A stranger's token is all that leads back to the conversation, so it lasts, and each visit renews it. The page vouches
 * for its users anew on every load, so theirs need not outlive the day.
 */
const visitorMilliseconds = { stranger: 90 * dayMilliseconds, user: dayMilliseconds };
/** It stands in an address, which logs may keep: enough time to connect once. */
const visitMilliseconds = 60_000;

const claimsOf = ({ connectionId, chat, user, language }: VisitorClaims) => ({
  c: connectionId,
  v: chat,
  ...(user && { u: user }),
  ...(language && { l: language }),
});

/** Kept by the widget: proof of whose conversation it is. `now` in epoch milliseconds. */
export const signVisitorToken = (
  visitor: VisitorClaims,
  { secrets, now }: Signing,
): { readonly token: string; readonly expiresAt: number } => {
  const expiresAt = now + visitorMilliseconds[visitor.user ? 'user' : 'stranger'];
  const token = signToken({ secrets, purpose: 'visitor', claims: claimsOf(visitor), expiresAt });
  return { token, expiresAt };
};

/** Lets one visitor open the WebSocket within a minute. */
export const signVisitToken = (visitor: VisitorClaims, { secrets, now }: Signing): string =>
  signToken({
    secrets,
    purpose: 'visit',
    claims: claimsOf(visitor),
    expiresAt: now + visitMilliseconds,
  });

/** Whose token it is; undefined when it is forged, expired or meant for something else. */
export const readVisitor = (
  purpose: 'visitor' | 'visit',
  token: string,
  { secrets, now }: Signing,
): VisitorClaims | undefined => {
  const claims = readToken({ secrets, purpose, token, schema: Claims, now });
  if (!claims) return undefined;
  const { c: connectionId, v: chat, u: user, l: language } = claims;
  return { connectionId, chat, ...(user && { user }), ...(language && { language }) };
};
