import * as z from 'zod';
import type { Check, CheckResult } from '../check.ts';
import { failed, notSetUp } from '../meta/check.ts';
import { MetaCredentials } from '../meta/credentials.ts';
import { optional } from '../meta/fields.ts';
import { folderOf } from '../meta/folder-of.ts';
import { call, type Graph } from '../meta/graph.ts';
import { judgeWhatsApp } from './errors.ts';

const Url = optional(z.string());
const PhoneNumber = z.object({
  verified_name: z.string().default(''),
  display_phone_number: z.string().default(''),
  /** The nearest of the three counts. */
  webhook_configuration: optional(
    z.object({ phone_number: Url, whatsapp_business_account: Url, application: Url }),
  ),
});

/**
 * Looks at the number and at where its messages go; when that is not here, the hook of this number alone is set, which
 * leaves the app's other numbers as they are. Meta asks our hook for the handshake while that call runs. Whether the
 * app is subscribed to the account cannot be seen with what we know. Source: Cloud API, "Webhook overrides".
 */
export const checkWhatsApp: Check = async ({ connection, secret, bases, fetch, hookUrl }) => {
  const { data: credentials } = MetaCredentials.safeParse(secret);
  const empty = notSetUp(credentials);
  if (empty || !credentials || connection.channel !== 'whatsapp')
    return empty ?? { state: 'not-checked' };
  const graph: Graph = {
    fetch,
    base: bases.graph,
    token: credentials.accessToken,
    channel: 'whatsapp',
    judge: judgeWhatsApp,
  };
  const path = `/${connection.phoneNumberId}`;
  const fields = 'verified_name,display_phone_number,webhook_configuration';
  const answer = await call(graph, { method: 'GET', path: `${path}?fields=${fields}` });
  if ('fault' in answer) return failed(answer.fault);
  const found = PhoneNumber.safeParse(answer.result).data;
  if (!found) return { state: 'failing', error: 'whatsapp: the answer is no number' };
  const account = `${found.verified_name} (${found.display_phone_number})`;
  const { webhook_configuration: hooks } = found;
  const hook = hooks?.phone_number ?? hooks?.whatsapp_business_account ?? hooks?.application;
  // Another connection's hook of this desk understands our messages too.
  const isOurs = hooks === undefined || hook?.startsWith(folderOf(hookUrl));
  const state = isOurs ? working : await setHook(graph, path, hookUrl, credentials.verifyToken);
  return { ...state, account };
};

const working: CheckResult = { state: 'working' };

async function setHook(
  graph: Graph,
  path: string,
  hookUrl: string,
  verifyToken: string,
): Promise<CheckResult> {
  const override = { override_callback_uri: hookUrl, verify_token: verifyToken };
  const set = await call(graph, { path, body: { webhook_configuration: override } });
  return 'fault' in set ? failed(set.fault, 'hook-missing') : working;
}
