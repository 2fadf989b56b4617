import type * as endpoints from '../../../schemas/api/portal.ts';
import { invalid } from '../../desk/problem.ts';
import type { Handler } from '../../http/types.ts';
import { readUnsubscribing } from '../../mail/unsubscribing.ts';
import { log } from '../../observe/log.ts';
import type { PortalCaller, PortalDeps } from './portal-deps.ts';

type Deps = Pick<PortalDeps, 'unsubscribed' | 'signingSecrets' | 'now'>;

/** @throws Problem `unsubscribe.token` */
const hashOf = async ({ signingSecrets, now }: Deps, token: string): Promise<string> => {
  const hash = readUnsubscribing(token, await signingSecrets(), Date.parse(now()));
  if (hash === undefined)
    throw invalid('unsubscribe.token', 'This link is not ours, or it is too old.');
  return hash;
};

export const askUnsubscribe =
  (deps: Deps): Handler<typeof endpoints.askUnsubscribe, PortalCaller> =>
  async ({ query }) => ({
    isUnsubscribed: await deps.unsubscribed.has(await hashOf(deps, query.token)),
  });

/** Whoever holds the mail holds the token; pressing twice is pressing once. */
export const unsubscribe =
  (deps: Deps): Handler<typeof endpoints.unsubscribe, PortalCaller> =>
  async ({ query }) => {
    await deps.unsubscribed.add(await hashOf(deps, query.token), deps.now());
    log.info('mail.unsubscribed');
    return { isUnsubscribed: true };
  };
