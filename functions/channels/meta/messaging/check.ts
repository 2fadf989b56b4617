import * as z from 'zod';
import type { Checking, CheckResult } from '../../check.ts';
import { failed, notSetUp } from '../check.ts';
import { MetaCredentials } from '../credentials.ts';
import { call, type Graph } from '../graph.ts';
import { appHookFault } from './app-hook.ts';

/** How one of the ways to reach a page or account is looked at. */
export type CheckingWay = {
  readonly channel: 'messenger' | 'instagram';
  readonly base: string;
  /** Path that says whom the token belongs to. */
  readonly who: string;
  /** Who that is, or why it is not whom the settings name. */
  readonly accountOf: (
    answer: unknown,
  ) => { readonly account: string } | { readonly error: string };
  /** What the app must be told of, and what it may be where the API knows it. */
  readonly fields: readonly string[];
  readonly newFields: readonly string[];
  readonly tokenDays?: number;
  /** Whose deliveries the app's hook must bring, where this token lets us see it. */
  readonly appHook?: { readonly object: string; readonly fields: readonly string[] };
};

const Apps = z.object({
  data: z.array(z.object({ subscribed_fields: z.array(z.string()).default([]) })),
});

/**
 * Looks whose token it is, subscribes the app to the page or account where it is not, and looks where the app's hook
 * leads. An account with Instagram Login cannot see that: the time of the last delivery tells.
 */
export async function checkMessaging(
  { secret, fetch, hookUrl, now }: Checking,
  { channel, base, who, accountOf, fields, newFields, tokenDays, appHook }: CheckingWay,
): Promise<CheckResult> {
  const { data: credentials } = MetaCredentials.safeParse(secret);
  const empty = notSetUp(credentials);
  if (empty || !credentials) return empty ?? { state: 'not-set-up' };
  const graph: Graph = { fetch, base, token: credentials.accessToken, channel };
  const me = await call(graph, { method: 'GET', path: who });
  if ('fault' in me) return failed(me.fault);
  const found = accountOf(me.result);
  if ('error' in found) return { state: 'failing', error: found.error };
  const apps = await call(graph, { method: 'GET', path: '/me/subscribed_apps' });
  const lists = 'result' in apps ? (Apps.safeParse(apps.result).data?.data ?? []) : [];
  const isSubscribed = lists.some(({ subscribed_fields: told }) =>
    fields.every((field) => told.includes(field)),
  );
  const fault = isSubscribed ? undefined : await subscribe(graph, fields, newFields);
  if (fault) return { ...failed(fault, 'hook-missing'), account: found.account };
  const lost = appHook && (await appHookFault(graph, { ...appHook, hookUrl, credentials }));
  if (lost) return { ...lost, account: found.account };
  const ending = endOf(credentials.tokenIssuedOn, tokenDays, now?.());
  return ending === undefined
    ? { state: 'working', account: found.account }
    : { state: 'failing', error: ending, account: found.account };
}

async function subscribe(graph: Graph, fields: readonly string[], newFields: readonly string[]) {
  const post = (list: readonly string[]) =>
    call(graph, { path: `/me/subscribed_apps?subscribed_fields=${list.join(',')}` });
  const all = await post([...fields, ...newFields]);
  if (!('fault' in all)) return undefined;
  // An API that does not know a new field refuses the whole list.
  if (all.error?.code !== 100 || newFields.length === 0) return all.fault;
  const known = await post(fields);
  return 'fault' in known ? known.fault : undefined;
}

const dayMs = 86_400_000;
/** Days before its end in which a token is told to need somebody. */
const noticeDays = 10;

function endOf(
  issuedOn: string | undefined,
  days: number | undefined,
  now: number | undefined,
): string | undefined {
  if (issuedOn === undefined || days === undefined || now === undefined) return undefined;
  const ends = Date.parse(`${issuedOn}T00:00:00.000Z`) + days * dayMs;
  if (now < ends - noticeDays * dayMs) return undefined;
  return `the access token ends on ${new Date(ends).toISOString().slice(0, 10)}: refresh it`;
}
