import * as z from 'zod';
import type { Secrets } from '../secrets/signed-token.ts';

const Rotating = z.tuple([z.string().min(1)], z.string().min(1));

/**
 * Secrets that sign what we give out: one as text, or while one replaces the other a JSON list, the current one
 * first. Only the first signs; all of them verify.
 */
export function signingSecretsOf(text: string): Secrets {
  return text.startsWith('[') ? Rotating.parse(JSON.parse(text)) : [text];
}
