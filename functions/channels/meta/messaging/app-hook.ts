import * as z from 'zod';
import type { CheckResult } from '../../check.ts';
import type { MetaCredentials } from '../credentials.ts';
import { folderOf } from '../folder-of.ts';
import { call, type Graph } from '../graph.ts';

const App = z.object({ id: z.coerce.string() });
const Subscriptions = z.object({
  data: z.array(z.object({ object: z.string(), callback_url: z.string().default('') })),
});

export type AppHook = {
  /** Whose deliveries: `page` or `instagram`. */
  readonly object: string;
  readonly fields: readonly string[];
  readonly hookUrl: string;
  readonly credentials: MetaCredentials;
};

/**
 * Whether the app's hook leads here: one address for all pages of the app, so it is set only where there is none.
 * Undefined when it does, or when Meta does not let us see it. Source: Graph API, "Application subscriptions".
 */
export async function appHookFault(
  graph: Graph,
  { object, fields, hookUrl, credentials }: AppHook,
): Promise<CheckResult | undefined> {
  const asked = await call(graph, { method: 'GET', path: '/app?fields=id' });
  const app = 'result' in asked ? App.safeParse(asked.result).data : undefined;
  const [appSecret] = credentials.appSecrets;
  if (!app || appSecret === undefined) return undefined;
  const asApp: Graph = { ...graph, token: `${app.id}|${appSecret}` };
  const path = `/${app.id}/subscriptions`;
  const listed = await call(asApp, { method: 'GET', path });
  const found = 'result' in listed ? Subscriptions.safeParse(listed.result).data : undefined;
  if (!found) return undefined;
  const hook = found.data.find((one) => one.object === object)?.callback_url;
  if (hook?.startsWith(folderOf(hookUrl))) return undefined;
  if (hook !== undefined && hook !== '')
    return {
      state: 'hook-missing',
      error: `the app posts to ${URL.parse(hook)?.host ?? 'another host'}`,
    };
  const verify = { callback_url: hookUrl, verify_token: credentials.verifyToken };
  const set = await call(asApp, { path, body: { object, fields: fields.join(','), ...verify } });
  return 'fault' in set ? { state: 'hook-missing', error: set.fault.error } : undefined;
}
