import * as z from 'zod';
import { type Check, type CheckResult, readingCheck } from '../check.ts';
import { botOf, call, type Fault } from './call.ts';
import { TelegramCredentials } from './credentials.ts';
import { allowedUpdates } from './update.ts';

const Me = z.object({ username: z.string().optional(), first_name: z.string().default('') });
const WebhookInfo = z.object({
  url: z.string(),
  pending_update_count: z.number().default(0),
  last_error_message: z.string().optional(),
});

/**
 * Sets the webhook at every check: Telegram does not say which secret it holds, and setting the same again changes
 * nothing. An error that Telegram remembers counts only while updates wait for us.
 */
export const checkTelegram: Check = readingCheck(async (context) => {
  const bot = botOf(context);
  const [secretToken] = TelegramCredentials.safeParse(context.secret).data?.webhookSecrets ?? [];
  if (!bot) return { state: 'not-set-up', error: 'botToken is empty' };
  if (secretToken === undefined)
    return { state: 'not-set-up', error: 'webhookSecrets is empty or not of A-Z a-z 0-9 _ -' };
  const me = await call(bot, 'getMe', {});
  if ('fault' in me) return failed(me.fault);
  const { username, first_name: name } = Me.parse(me.result);
  const account = username === undefined ? name : `@${username}`;
  const set = await call(bot, 'setWebhook', {
    url: context.hookUrl,
    secret_token: secretToken,
    allowed_updates: allowedUpdates,
  });
  if ('fault' in set) return { ...failed(set.fault, 'hook-missing'), account };
  const info = await call(bot, 'getWebhookInfo', {});
  if ('fault' in info) return { ...failed(info.fault), account };
  const hook = WebhookInfo.parse(info.result);
  if (hook.url !== context.hookUrl)
    return { state: 'hook-missing', error: 'another program set its own webhook', account };
  const { last_error_message: error, pending_update_count: waiting } = hook;
  if (error !== undefined && waiting > 0)
    return { state: 'failing', error: `${waiting} updates wait: ${error}`.slice(0, 300), account };
  return { state: 'working', account };
});

const failed = (fault: Fault, state: CheckResult['state'] = 'failing'): CheckResult => ({
  state: fault.kind === 'failed' && fault.isRevoked ? 'revoked' : state,
  error: fault.error,
});
