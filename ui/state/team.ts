import { computed, signal } from '@preact/signals';
import type { Input, Output } from '../api/client.ts';
import { momentText } from '../parts/time.ts';
import { complain, say } from '../parts/toast.tsx';
import { texts } from '../texts/texts.ts';
import { call, can, me, now } from './desk.ts';
import { language } from './preferences.ts';
import { onChange, onReconnect } from './push.ts';
import { refreshQueues } from './queues.ts';

export type Colleague = Output<'listPresence'>['people'][number];
export type Wish = Input<'setMyPresence'>['body'];

/** Everybody's presence; undefined until it was read once. */
export const team = signal<readonly Colleague[] | undefined>(undefined);
export const isTeamStale = signal(false);
export const mine = computed(() =>
  team.value?.find(({ agentId }) => agentId === me.value?.agent.id),
);

const put = (person: Colleague): void => {
  team.value = (team.value ?? [])
    .filter(({ agentId }) => agentId !== person.agentId)
    .concat(person);
};

/** One's own presence was changed by something else than oneself while one looks. */
const notice = (before: Colleague | undefined, after: Colleague | undefined): void => {
  if (!before || !after || after.by === 'self' || after.state === before.state) return;
  const { changed, states } = texts.value.presence;
  say(changed[after.by](states[after.state]));
};

let asked = 0;
export const readTeam = async (): Promise<void> => {
  const turn = ++asked;
  try {
    const { people } = await call('listPresence', {});
    // What was set meanwhile is newer than this answer.
    if (turn !== asked) return;
    const before = mine.value;
    team.value = people;
    isTeamStale.value = false;
    notice(before, mine.value);
  } catch {
    isTeamStale.value = true;
  }
};

/** How often everybody's presence is read, milliseconds. */
const every = 60_000;

/** Reads the team now, each minute while the page is in sight, and when the line was lost. Answers how to stop. */
export const followTeam = (): (() => void) => {
  const look = () => {
    if (!document.hidden) void readTeam();
  };
  void readTeam();
  const timer = setInterval(look, every);
  document.addEventListener('visibilitychange', look);
  const deaf = onChange((tickets) => tickets === 'gap' && look());
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', look);
    deaf();
  };
};
onReconnect(() => {
  if (team.value) void readTeam();
});

/** `Away until 14:30`. */
export const stateText = ({ state, until }: Pick<Colleague, 'state' | 'until'>): string => {
  const { states, untilMoment } = texts.value.presence;
  return until
    ? `${states[state]} ${untilMoment(momentText(until, now.value, language.value))}`
    : states[state];
};

type Outcome = Output<'setMyPresence'>;

const take = ({ presence, given, kept }: Outcome, keptText: (n: number) => string): string => {
  asked++;
  put(presence);
  void refreshQueues();
  const words = texts.value.presence;
  const told = [
    `${stateText(presence)}.`,
    given > 0 && words.given(given),
    given > 0 && kept > 0 && keptText(kept),
  ];
  return told.filter(Boolean).join(' ');
};

export const comeBack = (): Promise<void> => setMine({ state: 'available' }).catch(complain);

/** Says whether one takes work; who went away is offered the way back. Throws what the API says. */
export const setMine = async (wish: Wish): Promise<void> => {
  const words = texts.value.presence;
  const text = take(await call('setMyPresence', { body: wish }), words.kept);
  if (wish.state === 'available') say(text);
  else say(text, () => void comeBack(), words.comeBack);
};

/** Says it for a colleague. Throws what the API says. */
export const setFor = async ({ agentId, name }: Colleague, body: Wish): Promise<void> => {
  const answer = await call('setPresence', { params: { agentId }, body });
  const kept = (n: number) => texts.value.presence.keptBy(name, n);
  say(`${name}: ${take(answer, kept)}`);
};

export const mayWork = (): boolean => can('tickets.work');
