import { signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { AuditEntry } from '../../../schemas/audit.ts';
import { focusHeading, usePageTitle } from '../../parts/page-title.ts';
import { fullMomentText, momentText } from '../../parts/time.ts';
import { complain, say } from '../../parts/toast.tsx';
import { call, now } from '../../state/desk.ts';
import { language } from '../../state/preferences.ts';
import { SettingsTabs } from '../settings/settings-tabs.tsx';
import { ChangesView } from './changes-view.tsx';
import { csvOf } from './csv.ts';
import { inWords, tableOf } from './in-words.ts';
import { words } from './words.ts';

const entries = signal<readonly AuditEntry[] | undefined>(undefined);
const nextCursor = signal<string | undefined>(undefined);

/** The last moment of a day on this person's clock. */
const endOf = (day: string): string => new Date(`${day}T23:59:59.999`).toISOString();

const read = async (day: string, cursor?: string): Promise<void> => {
  const until = day ? endOf(day) : undefined;
  const page = await call('listAudit', { query: { cursor, until } });
  const shown = new Set(cursor ? entries.value?.map(({ id }) => id) : []);
  const older = page.items.filter(({ id }) => !shown.has(id));
  entries.value = cursor ? [...(entries.value ?? []), ...older] : page.items;
  nextCursor.value = page.cursor;
};

const download = (shown: readonly AuditEntry[]): void => {
  const url = URL.createObjectURL(new Blob([csvOf(tableOf(shown))], { type: 'text/csv' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `audit-${new Date(now.value).toISOString().slice(0, 10)}.csv`;
  link.click();
  URL.revokeObjectURL(url);
  say(words.value.exported(shown.length));
};

/** Who did what, newest first; a line opens to what it changed. */
export const AuditScreen = () => {
  const { value } = words;
  const day = useSignal('');
  const isBusy = useSignal(false);
  usePageTitle(value.title);
  const load = async (cursor?: string) => {
    isBusy.value = true;
    await read(day.value, cursor).catch(complain);
    isBusy.value = false;
  };
  useEffect(() => {
    focusHeading();
    void load();
  }, []);
  const goTo = (to: string) => {
    day.value = to;
    void load();
  };

  return (
    <section class="settings" aria-busy={isBusy.value}>
      <header class="list-head">
        <h1 tabIndex={-1}>{value.title}</h1>
        <button
          type="button"
          disabled={!entries.value?.length}
          onClick={() => download(entries.value ?? [])}
        >
          {value.export}
        </button>
      </header>
      <SettingsTabs of="audit" />
      <p class="hint page-hint">{value.hint}</p>
      <div class="audit-jump">
        <label class="field">
          {value.until}
          <input
            type="date"
            value={day.value}
            title={value.untilHint}
            onChange={(event) => goTo(event.currentTarget.value)}
          />
        </label>
        {day.value && (
          <button type="button" onClick={() => goTo('')}>
            {value.newest}
          </button>
        )}
      </div>
      {entries.value?.length === 0 && (
        <p class="empty">{day.value ? value.emptyUntil : value.empty}</p>
      )}
      <ul class="audit-list">
        {entries.value?.map((entry) => (
          <AuditRow key={entry.id} entry={entry} />
        ))}
      </ul>
      {nextCursor.value && (
        <p class="more">
          <button type="button" disabled={isBusy.value} onClick={() => void load(nextCursor.value)}>
            {isBusy.value ? value.loading : value.older}
          </button>
        </p>
      )}
      {!nextCursor.value && (entries.value?.length ?? 0) > 0 && (
        <p class="hint more">{value.end}</p>
      )}
    </section>
  );
};

const AuditRow = ({ entry }: { entry: AuditEntry }) => {
  const isOpen = useSignal(false);
  const line = (
    <>
      <span class="audit-what">
        <b>{inWords(entry)}</b>
        <span class="hint">
          {entry.by.name}, {words.value.from(entry.from)}
        </span>
      </span>
      <time dateTime={entry.at} title={fullMomentText(entry.at, language.value)}>
        {momentText(entry.at, now.value, language.value)}
      </time>
    </>
  );
  if (entry.changes === undefined) return <li class="audit-row">{line}</li>;
  return (
    <li>
      <details onToggle={(event) => (isOpen.value = event.currentTarget.open)}>
        <summary class="audit-row">{line}</summary>
        {isOpen.value && <ChangesView entry={entry} />}
      </details>
    </li>
  );
};
