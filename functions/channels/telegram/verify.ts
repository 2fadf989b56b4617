import { accepted, refused } from '../answers.ts';
import type { HookRequest, Verification, Verifying } from '../channel.ts';
import { isOneOf } from '../equal-secrets.ts';
import { TelegramCredentials } from './credentials.ts';

const secretHeader = 'x-telegram-bot-api-secret-token';

/** Telegram wants any 2xx and repeats everything else; it signs nothing but knows our secret. */
export function verifyTelegram(request: HookRequest, { secret }: Verifying): Verification {
  if (request.method !== 'POST') return refused(405, 'telegram.method');
  const { webhookSecrets } = TelegramCredentials.parse(secret);
  const given = request.headers[secretHeader];
  if (given === undefined) return refused(401, 'telegram.no-secret');
  if (!isOneOf(given, webhookSecrets)) return refused(403, 'telegram.wrong-secret');
  return accepted();
}
