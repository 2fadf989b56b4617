import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { focusHeading, usePageTitle } from '../../parts/page-title.ts';
import { sentenceOf } from '../../parts/sentence-of.ts';
import { momentText } from '../../parts/time.ts';
import { complain, say } from '../../parts/toast.tsx';
import { now } from '../../state/desk.ts';
import { language } from '../../state/preferences.ts';
import { type Blocked, block, blocked, readBlocked, unblock } from '../../state/quarantine.ts';
import { texts } from '../../texts/texts.ts';
import { QuarantineTabs } from './quarantine-screen.tsx';

/** Whose mail is held apart: who blocked them, when and why; one may be added or let go. */
export const BlockedScreen = () => {
  const words = texts.value.mail;
  usePageTitle(words.quarantine.blocked);
  useEffect(() => {
    focusHeading();
    void readBlocked().catch(complain);
  }, []);
  return (
    <section class="one-column">
      <header class="list-head">
        <h1 tabIndex={-1}>{words.quarantine.blocked}</h1>
      </header>
      <QuarantineTabs of="blocked" />
      <p class="hint page-hint">{words.blocking.hint}</p>
      <AddBlocked />
      {blocked.value?.length === 0 && <p class="empty">{words.blocking.empty}</p>}
      <ul class="rows">
        {blocked.value?.map((entry) => (
          <BlockedRow key={entry.pattern} entry={entry} />
        ))}
      </ul>
    </section>
  );
};

const BlockedRow = ({ entry }: { entry: Blocked }) => {
  const words = texts.value.mail.blocking;
  const remove = async () => {
    try {
      await unblock(entry.pattern);
      say(
        words.unblocked(entry.pattern),
        () => void block(entry.pattern, entry.reason).catch(complain),
      );
    } catch (error) {
      complain(error);
    }
  };
  return (
    <li class="mail-row">
      <span class="mail-row-what">
        <b>{entry.pattern}</b>
        <span>{entry.reason}</span>
        <span class="hint">
          {words.byWhom(entry.byName, momentText(entry.at, now.value, language.value))}
        </span>
      </span>
      <button
        type="button"
        onClick={() => void remove()}
        aria-label={`${words.unblock}: ${entry.pattern}`}
      >
        {words.unblock}
      </button>
    </li>
  );
};

const AddBlocked = () => {
  const words = texts.value.mail.blocking;
  const problem = useSignal('');
  const add = async (form: HTMLFormElement) => {
    const data = new FormData(form);
    const field = (name: string) => String(data.get(name) ?? '').trim();
    const pattern = field('pattern').toLowerCase();
    if (!/^[^\s@]*@[^\s@]+\.[^\s@.]{2,}$/.test(pattern)) {
      problem.value = words.wrongPattern;
      return;
    }
    try {
      await block(pattern, field('reason'));
      problem.value = '';
      say(words.blocked(pattern));
      form.reset();
    } catch (error) {
      problem.value = sentenceOf(error);
    }
  };
  return (
    <form
      class="mail-add"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void add(event.currentTarget);
      }}
    >
      <label class="field">
        {words.pattern}
        <input
          name="pattern"
          autocomplete="off"
          maxLength={254}
          aria-invalid={problem.value !== ''}
          aria-describedby="pattern-hint"
        />
        <span class="hint" id="pattern-hint">
          {words.patternHint}
        </span>
      </label>
      <label class="field">
        {words.reason}
        <input name="reason" autocomplete="off" maxLength={300} />
      </label>
      <button type="submit">{words.add}</button>
      {problem.value && (
        <p class="problem" role="alert">
          {problem.value}
        </p>
      )}
    </form>
  );
};
