import { signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { AuditAction, AuditEntry } from '../../../schemas/audit.ts';
import { focusHeading, usePageTitle } from '../../parts/page-title.ts';
import { fullMomentText, momentText } from '../../parts/time.ts';
import { complain } from '../../parts/toast.tsx';
import { call, can, now } from '../../state/desk.ts';
import { language } from '../../state/preferences.ts';
import { SelectField } from '../settings/fields.tsx';
import { colleagueOptions, entriesOf } from '../settings/options.ts';
import { SettingsTabs } from '../settings/settings-tabs.tsx';
import { ChangesView } from './changes-view.tsx';
import { ExportDialog } from './export-dialog.tsx';
import { inWords } from './in-words.ts';
import { words } from './words.ts';

const entries = signal<readonly AuditEntry[] | undefined>(undefined);
const nextCursor = signal<string | undefined>(undefined);

/** The last moment of a day on this person's clock. */
const endOf = (day: string): string => new Date(`${day}T23:59:59.999`).toISOString();

type Filter = { day: string; by: string; action: AuditAction | '' };

const read = async ({ day, by, action }: Filter, cursor?: string): Promise<void> => {
  const query = { cursor, until: day ? endOf(day) : undefined };
  const wanted = { by: by || undefined, action: action || undefined };
  const page = await call('listAudit', { query: { ...query, ...wanted } });
  const shown = new Set(cursor ? entries.value?.map(({ id }) => id) : []);
  const older = page.items.filter(({ id }) => !shown.has(id));
  entries.value = cursor ? [...(entries.value ?? []), ...older] : page.items;
  nextCursor.value = page.cursor;
};

/** Who did what, newest first; a line opens to what it changed. */
export const AuditScreen = () => {
  const { value } = words;
  const filter = useSignal<Filter>({ day: '', by: '', action: '' });
  const isExporting = useSignal(false);
  const isBusy = useSignal(false);
  usePageTitle(value.title);
  const load = async (cursor?: string) => {
    isBusy.value = true;
    await read(filter.value, cursor).catch(complain);
    isBusy.value = false;
  };
  useEffect(() => {
    focusHeading();
    void load();
  }, []);
  const narrow = (over: Partial<Filter>) => {
    filter.value = { ...filter.value, ...over };
    void load();
  };
  const { day, by, action } = filter.value;

  return (
    <section class="settings" aria-busy={isBusy.value}>
      <header class="list-head">
        <h1 tabIndex={-1}>{value.title}</h1>
        {can('audit.export') && (
          <button type="button" onClick={() => (isExporting.value = true)}>
            {value.export}
          </button>
        )}
      </header>
      <SettingsTabs of="audit" />
      <p class="hint page-hint">{value.hint}</p>
      <div class="audit-jump">
        <label class="field">
          {value.until}
          <input
            type="date"
            value={day}
            title={value.untilHint}
            onChange={(event) => narrow({ day: event.currentTarget.value })}
          />
        </label>
        <SelectField
          label={value.who}
          none={value.anybody}
          value={by}
          options={colleagueOptions()}
          onChange={(person = '') => narrow({ by: person })}
        />
        <SelectField
          label={value.kind}
          none={value.anything}
          value={action}
          options={entriesOf(value.kinds)}
          onChange={(kind) => narrow({ action: kind ?? '' })}
        />
        {day && (
          <button type="button" onClick={() => narrow({ day: '' })}>
            {value.newest}
          </button>
        )}
      </div>
      {entries.value?.length === 0 && (
        <p class="empty">{day || by || action ? value.emptyUntil : value.empty}</p>
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
      {isExporting.value && <ExportDialog onClose={() => (isExporting.value = false)} />}
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
