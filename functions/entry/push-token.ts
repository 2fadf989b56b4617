import * as z from 'zod';
import { AgentId } from '../../schemas/primitives.ts';
import { readToken, type Secrets, signToken } from '../secrets/signed-token.ts';

/** It stands in an address, which logs may keep: enough time to connect once, no more. */
const tokenMilliseconds = 60_000;

const Claims = z.object({ a: AgentId });

type Signing = { readonly secrets: Secrets; readonly now: number };

/** Lets one agent open the WebSocket within a minute. `now` in epoch milliseconds. */
export const signPushToken = (agentId: string, { secrets, now }: Signing): string =>
  signToken({
    secrets,
    purpose: 'push',
    claims: { a: agentId },
    expiresAt: now + tokenMilliseconds,
  });

/** The agent a token was given to, or `undefined`. */
export const readPushToken = (token: string, { secrets, now }: Signing): string | undefined =>
  readToken({ secrets, purpose: 'push', token, schema: Claims, now })?.a;
