import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { sentenceOf } from '../../parts/sentence-of.ts';
import { call, can, topicNames } from '../../state/desk.ts';
import { SelectField } from '../settings/fields.tsx';
import { type Progress, runOver } from './apply-run.ts';
import { applyWords } from './apply-words.ts';
import { promisesEditor } from './promises-state.ts';

const everything = '';

/** What the last run was: a count, or the real thing. */
type Ran = { readonly isTrial: boolean; readonly topic: string; readonly progress: Progress };

/** Gives open tickets the promises as they are saved: counted first, then applied, and stopped at any time. */
export const ApplyPromises = () => {
  const words = applyWords.value;
  const topic = useSignal(everything);
  const ran = useSignal<Ran | undefined>(undefined);
  const running = useSignal<'trial' | 'apply' | undefined>(undefined);
  const problem = useSignal('');
  const isStopped = useRef(false);
  // Who leaves the page stops the run; what is done stays done.
  useEffect(() => () => void (isStopped.current = true), []);
  if (!can('promises.apply')) return null;

  const start = async (isTrial: boolean) => {
    const chosen = topic.value;
    problem.value = '';
    isStopped.current = false;
    running.value = isTrial ? 'trial' : 'apply';
    ran.value = { isTrial, topic: chosen, progress: { looked: 0, changed: 0, skipped: 0 } };
    try {
      await runOver({
        topics: chosen === everything ? [...topicNames.value.keys()] : [chosen],
        isTrial,
        ask: (body) => call('applyPromises', { body }),
        onProgress: (progress) => (ran.value = { isTrial, topic: chosen, progress }),
        isStopped: () => isStopped.current,
      });
    } catch (error) {
      problem.value = sentenceOf(error);
      isStopped.current = true;
    }
    running.value = undefined;
  };
  const isBusy = running.value !== undefined;
  const isDirty = promisesEditor.isDirty.value;
  const counted = ran.value?.isTrial && ran.value.topic === topic.value ? ran.value : undefined;
  const mayApply =
    !isBusy && !isDirty && !isStopped.current && (counted?.progress.changed ?? 0) > 0;
  return (
    <section class="side-panel" aria-labelledby="apply-promises" aria-busy={isBusy}>
      <h2 id="apply-promises">{words.title}</h2>
      <p class="hint">{words.hint}</p>
      {isDirty && <p class="hint">{words.saveFirst}</p>}
      <SelectField
        label={words.topic}
        value={topic.value}
        options={[[everything, words.all], ...topicNames.value]}
        onChange={(next) => (topic.value = next ?? everything)}
      />
      <div class="apply-buttons">
        <button type="button" disabled={isBusy || isDirty} onClick={() => void start(true)}>
          {words.count}
        </button>
        <button type="button" disabled={!mayApply} onClick={() => void start(false)}>
          {words.apply}
        </button>
        {isBusy && (
          <button type="button" onClick={() => (isStopped.current = true)}>
            {words.stop}
          </button>
        )}
      </div>
      {isBusy && <progress aria-label={words.busy} />}
      {problem.value && (
        <p class="problem" role="alert">
          {problem.value}
        </p>
      )}
      <div role="status">{ran.value && <Outcome ran={ran.value} isDone={!isBusy} />}</div>
    </section>
  );
};

const Outcome = ({
  ran: {
    isTrial,
    progress: { looked, changed, skipped },
  },
  isDone,
}: {
  ran: Ran;
  isDone: boolean;
}) => {
  const words = applyWords.value;
  if (!isDone) return <p class="hint">{words.soFar(looked)}</p>;
  return (
    <>
      <p>
        <b>{isTrial ? words.wouldChange(changed, looked) : words.changed(changed, looked)}</b>
      </p>
      {skipped > 0 && <p class="hint">{words.skipped(skipped)}</p>}
    </>
  );
};
