import * as z from 'zod';
import { type Check, readingCheck } from '../check.ts';
import { botOf, call } from './call.ts';
import { eventTypes } from './event.ts';

const Account = z.object({
  name: z.string().default(''),
  uri: z.string().default(''),
  webhook: z.string().default(''),
  event_types: z.array(z.string()).default([]),
});

/**
 * Sets the webhook when another one is set or events are missing. While that call runs Viber asks our hook for a 200,
 * so it fails as long as the hook is not reachable.
 */
export const checkViber: Check = readingCheck(async (context) => {
  const bot = botOf(context);
  if (!bot) return { state: 'not-set-up', error: 'authTokens is empty' };
  const asked = await call(bot, 'get_account_info', {});
  if ('fault' in asked) {
    const { fault } = asked;
    const isRevoked = fault.kind === 'failed' && fault.isRevoked;
    return { state: isRevoked ? 'revoked' : 'failing', error: fault.error };
  }
  const { name, uri, webhook, event_types: events } = Account.parse(asked.answer);
  const account = uri === '' ? name : `${name} (${uri})`;
  const isOurs = webhook === context.hookUrl && eventTypes.every((event) => events.includes(event));
  if (isOurs) return { state: 'working', account };
  const set = await call(bot, 'set_webhook', {
    url: context.hookUrl,
    event_types: eventTypes,
    send_name: true,
    send_photo: false,
  });
  if ('fault' in set) return { state: 'hook-missing', error: set.fault.error, account };
  return { state: 'working', account };
});
