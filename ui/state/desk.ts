import { computed, signal } from '@preact/signals';
import type { Permission } from '../../schemas/agent.ts';
import {
  ApiProblem,
  type EndpointName,
  type Input,
  makeClient,
  type Output,
} from '../api/client.ts';
import { makeSession, type Session } from '../api/session.ts';
import { sentenceOf } from '../parts/sentence-of.ts';
import { texts } from '../texts/texts.ts';
import { language } from './preferences.ts';

type Config = Output<'getPortalConfig'>;

/** How far the app is: signing in takes a redirect, everything else a read or two. */
export type Stage = 'loading' | 'signed-out' | 'ready' | 'refused' | 'unreachable';

export const stage = signal<Stage>('loading');
/** Why nobody came in, in a sentence. */
export const refusal = signal('');
export const config = signal<Config | undefined>(undefined);
export const me = signal<Output<'getMe'> | undefined>(undefined);
export const desk = signal<Output<'getDesk'> | undefined>(undefined);

/** Advances each half minute, so that "due in 5 min" tells the truth without a reload. */
export const now = signal(Date.now());
setInterval(() => {
  now.value = Date.now();
}, 30_000);

let session: Session | undefined;
const anonymous = makeClient(async () => undefined);
const authorized = makeClient(async () => session?.token());

/** Calls the API as the signed-in person; a lost session leads to the sign-in page and back. */
export const call = async <N extends EndpointName>(
  name: N,
  input: Input<N>,
  signal?: AbortSignal,
): Promise<Output<N>> => {
  try {
    return await authorized(name, input, signal);
  } catch (error) {
    if (error instanceof ApiProblem && error.problem.status === 401) {
      stage.value = 'signed-out';
    }
    throw error;
  }
};

export const can = (permission: Permission): boolean =>
  me.value?.permissions.includes(permission) ?? false;

export const topicNames = computed(
  () =>
    new Map(
      desk.value?.topics.map((topic) => [topic.id, topic.name[language.value] ?? topic.name.en]) ??
        [],
    ),
);
export const colleagueNames = computed(
  () => new Map(desk.value?.colleagues.map((person) => [person.id, person.name]) ?? []),
);

export const signIn = (): Promise<void> =>
  session?.begin(location.pathname + location.search) ?? Promise.resolve();
export const signOut = (): Promise<void> => session?.signOut() ?? Promise.resolve();

/** Ends a sign-in; one that failed (the person said no, the address is from yesterday) can be begun again. */
const comeBack = async (session: Session): Promise<string | undefined> => {
  if (location.pathname !== '/signed-in') return undefined;
  return session.finish().catch(() => {
    refusal.value = texts.value.app.signInFailed;
    return '/';
  });
};

/**
 * Reads who is here and what the desk is called, and lets `prepare` do what has to be done before a screen reads.
 * Answers where to go after a sign-in, if somebody just did.
 */
export const start = async (prepare: () => Promise<void>): Promise<string | undefined> => {
  try {
    config.value = await anonymous('getPortalConfig', {});
    session = makeSession(config.value.signIn);
    const returnTo = await comeBack(session);
    if (!(await session.token())) {
      stage.value = 'signed-out';
      return returnTo;
    }
    [me.value, desk.value] = await Promise.all([call('getMe', {}), call('getDesk', {}), prepare()]);
    stage.value = 'ready';
    return returnTo;
  } catch (error) {
    const status = error instanceof ApiProblem ? error.problem.status : 0;
    if (status !== 401) refusal.value = sentenceOf(error);
    if (status === 403) stage.value = 'refused';
    else if (status !== 401) stage.value = 'unreachable';
    return undefined;
  }
};

/** Reads again what things are called, and whether a peak is on. */
export const refreshDesk = async (): Promise<void> => {
  desk.value = await call('getDesk', {});
};

export const lineNames = computed(
  () =>
    new Map(
      desk.value?.lines.map((line) => [line.id, line.name[language.value] ?? line.name.en]) ?? [],
    ),
);

export const tierNames = computed(
  () =>
    new Map(
      desk.value?.tiers.map((tier) => [tier.id, tier.name[language.value] ?? tier.name.en]) ?? [],
    ),
);
