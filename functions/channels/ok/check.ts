import * as z from 'zod';
import { type Check, type CheckResult, readingCheck } from '../check.ts';
import { call, type Fault, groupOf } from './call.ts';
import { OkCredentials } from './credentials.ts';

const Subscriptions = z.object({
  subscriptions: z.array(z.looseObject({ url: z.string() })).default([]),
});
const Done = z.looseObject({ success: z.boolean().default(true) });

/**
 * OK drops an address that failed for eight hours, so each check subscribes it again when it is missing. Addresses of
 * ours with another key are left from before a rotation and are taken off.
 */
export const checkOk: Check = readingCheck(async (context) => {
  const group = groupOf(context);
  const [key] = OkCredentials.safeParse(context.secret).data?.urlSecrets ?? [];
  if (!group) return { state: 'not-set-up', error: 'accessToken is empty' };
  if (key === undefined)
    return { state: 'not-set-up', error: 'urlSecrets is empty or not of A-Z a-z 0-9 _ -' };
  const url = `${context.hookUrl}?key=${key}`;
  const listed = await call(group, 'me/subscriptions');
  if ('fault' in listed) return failed(listed.fault, 'failing');
  const { subscriptions } = Subscriptions.parse(listed.answer);
  if (!subscriptions.some((one) => one.url === url)) {
    const subscribed = await call(group, 'me/subscribe', { body: { url } });
    if ('fault' in subscribed) return failed(subscribed.fault, 'hook-missing');
    if (!Done.parse(subscribed.answer).success)
      return { state: 'hook-missing', error: 'ok: did not take the address of our hook' };
  }
  for (const old of subscriptions.filter(
    (one) => one.url !== url && one.url.split('?')[0] === context.hookUrl,
  ))
    await call(group, 'me/unsubscribe', { body: { url: old.url } });
  return { state: 'working' };
});

const failed = (fault: Fault, state: CheckResult['state']): CheckResult => ({
  state: fault.kind === 'failed' && fault.isRevoked ? 'revoked' : state,
  error: fault.error,
});
