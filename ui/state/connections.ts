import { computed, signal } from '@preact/signals';
import type { Output } from '../api/client.ts';
import { call, can } from './desk.ts';

type All = Output<'listConnections'>['connections'];
export type ConnectionView = All[number];

/** Every connection with its health; undefined until it was read once. */
export const connections = signal<readonly ConnectionView[] | undefined>(undefined);
/** The last reading failed; what is shown is from before. */
export const isStale = signal(false);

const bad: ReadonlySet<string> = new Set(['failing', 'revoked', 'hook-missing']);
/** Something is wrong that was right, or should be; one that nobody set up yet is not among them. */
export const isAilingState = (state: ConnectionView['health']['state']): boolean => bad.has(state);
export const ailing = computed(
  () => connections.value?.filter(({ health }) => isAilingState(health.state)).length ?? 0,
);

export const readConnections = async (): Promise<void> => {
  try {
    connections.value = (await call('listConnections', {})).connections;
    isStale.value = false;
  } catch {
    isStale.value = true;
  }
};

/** Whoever follows looks again soon. */
const hurries = new Set<() => void>();

/** Takes over what a request answered: a check or a test that is on its way from now on. */
export const putConnection = (changed: ConnectionView): void => {
  connections.value = connections.value?.map((one) => (one.id === changed.id ? changed : one));
  for (const hurry of hurries) hurry();
};

/** A check or a test is on its way. */
const isPending = ({ health: { requestedAt, checkedAt, test } }: ConnectionView): boolean =>
  (requestedAt !== undefined && requestedAt > (checkedAt ?? '')) ||
  test?.state === 'queued' ||
  test?.state === 'sending';

/** Whether deliver still has to answer a check that somebody asked for. */
export const isChecking = ({ health }: ConnectionView): boolean =>
  health.requestedAt !== undefined && health.requestedAt > (health.checkedAt ?? '');

/** Seconds between two looks while an answer is awaited. */
const soon = 2;

/**
 * Reads them now and again for as long as somebody looks: each two seconds while an answer is awaited, else by
 * `calmSeconds`. Answers how to stop.
 */
export const followConnections = (calmSeconds: number): (() => void) => {
  if (!can('connections.manage')) return () => undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isOver = false;
  const wait = (seconds: number) => {
    clearTimeout(timer);
    if (!isOver) timer = setTimeout(() => void turn(), seconds * 1000);
  };
  const turn = async () => {
    if (!document.hidden) await readConnections();
    const isWaiting = connections.value?.some(isPending) ?? false;
    wait(isWaiting ? soon : calmSeconds);
  };
  const hurry = () => wait(soon);
  hurries.add(hurry);
  void turn();
  return () => {
    isOver = true;
    hurries.delete(hurry);
    clearTimeout(timer);
  };
};
