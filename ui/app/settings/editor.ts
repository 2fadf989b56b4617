import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import { ApiProblem } from '../../api/client.ts';
import { complain, say } from '../../parts/toast.tsx';
import { saving } from './saving-words.ts';

type Stored<T> = { items: T; version: number };
/** Where a list cannot be saved, below its items: `rules.0.all.1`. */
export type Fault = {
  path: string;
  message: string;
  code?: string | undefined;
  data?: Record<string, string> | undefined;
};

type Ports<T> = {
  read: () => Promise<Stored<T>>;
  save: (body: { items: T; expects: number }) => Promise<Stored<T>>;
};

/** A list under the hands of one person: what they made of it survives going to another screen, until it is saved. */
export type Editor<T> = {
  readonly draft: ReadonlySignal<T | undefined>;
  readonly faults: ReadonlySignal<readonly Fault[]>;
  readonly isDirty: ReadonlySignal<boolean>;
  readonly isSaving: ReadonlySignal<boolean>;
  /** Somebody saved since this list was read. */
  readonly isStale: ReadonlySignal<boolean>;
  readonly open: () => Promise<void>;
  /** `isMoved`: places have changed, so that what was wrong at a place says nothing any more. */
  readonly edit: (next: T, isMoved?: boolean) => void;
  readonly save: () => Promise<void>;
  readonly discard: () => void;
  /** Drops the person's own changes for what is saved; they can be brought back. */
  readonly reload: () => Promise<void>;
  readonly overwrite: () => Promise<void>;
};

const stay = (event: BeforeUnloadEvent) => event.preventDefault();

/** Somebody else saved meanwhile: a list, or a person. */
const savedByOthers: ReadonlySet<string> = new Set(['settings.changed', 'agent.changed']);

const faultsOf = (error: ApiProblem): readonly Fault[] =>
  (error.problem.errors ?? []).map(({ path, ...fault }) => ({
    path: path.replace(/^(body\.)?(items\.?)?/, ''),
    ...fault,
  }));

export const makeEditor = <T>({ read, save }: Ports<T>): Editor<T> => {
  const stored = signal<Stored<T> | undefined>(undefined);
  const draft = signal<T | undefined>(undefined);
  const faults = signal<readonly Fault[]>([]);
  const isSaving = signal(false);
  const isStale = signal(false);
  const isDirty = computed(
    () =>
      draft.value !== undefined &&
      JSON.stringify(draft.value) !== JSON.stringify(stored.value?.items),
  );
  effect(() => {
    if (isDirty.value) addEventListener('beforeunload', stay);
    else removeEventListener('beforeunload', stay);
  });

  const take = (latest: Stored<T>) => {
    stored.value = latest;
    draft.value = latest.items;
    faults.value = [];
    isStale.value = false;
  };
  const open = async () => {
    const latest = await read();
    if (!isDirty.value) take(latest);
    else if (latest.version !== stored.value?.version) isStale.value = true;
  };
  const saveAs = async (expects: number) => {
    if (draft.value === undefined) return;
    isSaving.value = true;
    faults.value = [];
    try {
      take(await save({ items: draft.value, expects }));
      say(saving.value.saved);
    } catch (error) {
      const isKnown = error instanceof ApiProblem;
      if (isKnown && savedByOthers.has(error.problem.code)) isStale.value = true;
      else if (isKnown && error.problem.errors?.length) faults.value = faultsOf(error);
      else complain(error);
    }
    isSaving.value = false;
  };
  /** The person's version stays at hand for as long as a toast. */
  const takeOver = (latest: Stored<T>) => {
    const mine = draft.value;
    take(latest);
    say(saving.value.discarded, () => (draft.value = mine));
  };

  return {
    draft,
    faults,
    isDirty,
    isSaving,
    isStale,
    open,
    edit(next, isMoved = false) {
      draft.value = next;
      if (isMoved) faults.value = [];
    },
    save: () => saveAs(stored.value?.version ?? 0),
    discard() {
      if (stored.value) takeOver(stored.value);
    },
    reload: () => read().then(takeOver, complain),
    overwrite: () => read().then(({ version }) => saveAs(version), complain),
  };
};
