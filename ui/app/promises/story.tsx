import { useSignal } from '@preact/signals';
import type { Priority } from '../../../schemas/primitives.ts';
import type { ProfileName, ServicePromise } from '../../../schemas/promise.ts';
import type { Input, Output } from '../../api/client.ts';
import { sentenceOf } from '../../parts/sentence-of.ts';
import { momentText } from '../../parts/time.ts';
import { call, now } from '../../state/desk.ts';
import { language } from '../../state/preferences.ts';
import { texts } from '../../texts/texts.ts';
import { calendarsEditor } from '../hours/hours-state.ts';
import { SelectField } from '../settings/fields.tsx';
import { calendarIdsOf } from './promises.ts';
import { eventOf, instantOf, localOf, type Told } from './stories.ts';
import { ToldEvents } from './told-events.tsx';
import { words } from './words.ts';

type Preview = Output<'previewPromise'>;
type OpenedBy = Input<'previewPromise'>['body']['events'][0]['openedBy'];
const hour = 3_600_000;

const entries = <K extends string>(record: Readonly<Record<K, string>>) =>
  Object.entries(record) as [K, string][];

/** Any story, run through the code that runs tickets, with a promise as it is on the page. */
export const Story = ({ promises }: { promises: readonly ServicePromise[] }) => {
  const { story: value, normal, peak } = words.value;
  const chosen = useSignal<string | undefined>(undefined);
  const profile = useSignal<ProfileName>('normal');
  const openedBy = useSignal<OpenedBy>('customer');
  const priority = useSignal<Priority>('normal');
  const createdAt = useSignal(localOf(now.peek() - 24 * hour));
  const lookedAt = useSignal(localOf(now.peek()));
  const events = useSignal<Told[]>([]);
  const outcome = useSignal<Preview | undefined>(undefined);
  const problem = useSignal('');
  const isBusy = useSignal(false);
  const promise = promises.find(({ id }) => id === chosen.value) ?? promises[0];
  if (!promise) return null;

  const tell = async () => {
    const at = instantOf(createdAt.value);
    const until = instantOf(lookedAt.value);
    const later = events.value.map(eventOf).filter((event) => event !== undefined);
    problem.value = at && until && later.length === events.value.length ? '' : value.badTime;
    if (!at || !until || problem.value) return;
    const ids = calendarIdsOf(promise);
    isBusy.value = true;
    try {
      outcome.value = await call('previewPromise', {
        body: {
          promise,
          calendars: (calendarsEditor.draft.value ?? []).filter(({ id }) => ids.has(id)),
          profile: profile.value,
          events: [
            { kind: 'created', at, openedBy: openedBy.value, priority: priority.value },
            ...later,
          ],
          now: until,
        },
      });
    } catch (error) {
      problem.value = sentenceOf(error);
    }
    isBusy.value = false;
  };
  return (
    <section class="side-panel" aria-labelledby="story">
      <h2 id="story">{value.title}</h2>
      <p class="hint">{value.hint}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void tell();
        }}
      >
        <SelectField
          label={value.promise}
          value={promise.id}
          options={promises.map(({ id, name }) => [id, name])}
          onChange={(id) => (chosen.value = id)}
        />
        <SelectField
          label={value.profile}
          value={profile.value}
          options={entries({ normal, peak })}
          onChange={(name) => (profile.value = name ?? 'normal')}
        />
        <label class="field">
          {value.created}
          <input
            type="datetime-local"
            value={createdAt.value}
            onChange={(event) => (createdAt.value = event.currentTarget.value)}
          />
        </label>
        <div class="try-pair">
          <SelectField
            label={value.by}
            value={openedBy.value}
            options={entries(value.openedBy)}
            onChange={(by) => (openedBy.value = by ?? 'customer')}
          />
          <SelectField
            label={value.priority}
            value={priority.value}
            options={entries(texts.value.priority)}
            onChange={(next) => (priority.value = next ?? 'normal')}
          />
        </div>
        <ToldEvents events={events.value} onChange={(next) => (events.value = next)} />
        <button
          type="button"
          onClick={() => {
            const at = events.value.at(-1)?.at ?? createdAt.value;
            const last: Told = {
              kind: 'human-reply',
              at: instantOf(at) ? localOf(Date.parse(at) + hour) : at,
              status: 'waiting',
              priority: 'high',
            };
            events.value = [...events.value, last];
          }}
        >
          {value.addEvent}
        </button>
        <label class="field">
          {value.now}
          <input
            type="datetime-local"
            value={lookedAt.value}
            onChange={(event) => (lookedAt.value = event.currentTarget.value)}
          />
        </label>
        {problem.value && (
          <p class="problem" role="alert">
            {problem.value}
          </p>
        )}
        <button type="submit" disabled={isBusy.value}>
          {isBusy.value ? value.busy : value.button}
        </button>
      </form>
      <div role="status">{outcome.value && <Outcome preview={outcome.value} />}</div>
    </section>
  );
};

const Outcome = ({ preview }: { preview: Preview }) => {
  const { story: value, clocks } = words.value;
  const moment = (at: string | undefined) => (at ? momentText(at, now.value, language.value) : '–');
  if (preview.instances.length === 0) return <p class="hint">{value.nothing}</p>;
  return (
    <div class="routed">
      <table>
        <thead>
          <tr>
            <th scope="col">{value.clock}</th>
            <th scope="col">{value.state}</th>
            <th scope="col">{value.due}</th>
            <th scope="col">{value.ended}</th>
          </tr>
        </thead>
        <tbody>
          {preview.instances.map(({ id, kind, state, dueAt, endedAt }) => (
            <tr key={id}>
              <th scope="row">{clocks[kind]}</th>
              <td>{value.states[state]}</td>
              <td>{moment(dueAt)}</td>
              <td>{moment(endedAt)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {preview.sentences.map((sentence, index) => (
        <p key={index}>{sentence}</p>
      ))}
    </div>
  );
};
