import { useSignal } from '@preact/signals';
import guides from 'guide-list';
import { Icon, type IconName } from '../../parts/icon.tsx';
import { fullMomentText, momentText } from '../../parts/time.ts';
import { complain, say } from '../../parts/toast.tsx';
import { type ConnectionView, isChecking, putConnection } from '../../state/connections.ts';
import { call, now } from '../../state/desk.ts';
import { language } from '../../state/preferences.ts';
import { texts } from '../../texts/texts.ts';
import { TestDialog } from './test-dialog.tsx';
import { words } from './words.ts';

type Props = { connection: ConnectionView };
type State = ConnectionView['health']['state'];

const looks: Record<State, { icon: IconName; class: string }> = {
  working: { icon: 'tick', class: 'tag good' },
  failing: { icon: 'warning', class: 'tag bad' },
  revoked: { icon: 'lock', class: 'tag bad' },
  'hook-missing': { icon: 'missed', class: 'tag bad' },
  'not-set-up': { icon: 'stop', class: 'tag warn' },
  'not-checked': { icon: 'question', class: 'tag' },
};

const moment = (iso: string) => momentText(iso, now.value, language.value);

/** One end of ours: how it is, what to do about it, and whom to tell its address. */
export const ConnectionRow = ({ connection }: Props) => {
  const { health } = connection;
  const all = words.value;
  const look = looks[health.state];
  return (
    <li class="connection" aria-labelledby={`connection-${connection.id}`}>
      <div class="connection-head">
        <h2 id={`connection-${connection.id}`}>{connection.name}</h2>
        <span class="hint">
          {[
            texts.value.channel[connection.channel],
            connection.id,
            health.account && all.account(health.account),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </div>
      <p class="connection-state">
        <span class={look.class}>
          <Icon name={look.icon} />{' '}
          {health.state === 'not-checked' && !connection.canCheck
            ? all.nothingToCheck
            : all.state[health.state]}
        </span>
        {health.state !== 'not-checked' && (
          <time
            class="hint"
            dateTime={health.since}
            title={fullMomentText(health.since, language.value)}
          >
            {all.since(moment(health.since))}
          </time>
        )}
      </p>
      <Trouble connection={connection} />
      <p class="connection-facts hint">
        {[
          health.lastInAt && all.lastIn(moment(health.lastInAt)),
          health.lastOutAt && all.lastOut(moment(health.lastOutAt)),
          health.checkedAt && all.checked(moment(health.checkedAt)),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {connection.hookUrl && <HookAddress url={connection.hookUrl} />}
      <Actions connection={connection} />
      <TestOutcome connection={connection} />
    </li>
  );
};

const Trouble = ({ connection: { health } }: Props) => {
  const advice = words.value.advice[health.state];
  if (!advice && !health.error) return null;
  const isBad = looks[health.state].class.includes('bad');
  return (
    <p class={isBad ? 'connection-trouble problem' : 'connection-trouble hint'}>
      {advice} {health.state !== 'working' && health.error && <q>{health.error}</q>}
    </p>
  );
};

const HookAddress = ({ url }: { url: string }) => {
  const all = words.value;
  const copy = () =>
    navigator.clipboard.writeText(url).then(
      () => say(all.copied),
      () => say(all.notCopied),
    );
  return (
    <p class="connection-hook">
      <span class="hint">{all.hookAddress}</span> <code>{url}</code>
      <button
        type="button"
        class="quiet"
        aria-label={`${all.copy}: ${url}`}
        onClick={() => void copy()}
      >
        <Icon name="copy" /> {all.copy}
      </button>
    </p>
  );
};

const Actions = ({ connection }: Props) => {
  const all = words.value;
  const isAsking = useSignal(false);
  const params = { connectionId: connection.id };
  // Two channels may show one name.
  const fullName = `${connection.name} (${texts.value.channel[connection.channel]})`;
  const check = () =>
    call('checkConnection', { params, body: {} }).then(
      (answer) => putConnection(answer.connection),
      complain,
    );
  const test = (address?: string) =>
    call('testConnection', { params, body: { address } }).then((answer) => {
      putConnection(answer.connection);
      isAsking.value = false;
    });
  const isBusy = isChecking(connection);
  return (
    <p class="connection-actions">
      {connection.canCheck && (
        <button
          type="button"
          disabled={isBusy}
          aria-label={`${isBusy ? all.checking : all.checkNow}: ${fullName}`}
          onClick={() => void check()}
        >
          {isBusy ? all.checking : all.checkNow}
        </button>
      )}
      {connection.test !== 'none' && (
        <button
          type="button"
          aria-label={`${all.sendTest}: ${fullName}`}
          onClick={() => {
            if (connection.test === 'mail') void test().catch(complain);
            else isAsking.value = true;
          }}
        >
          {all.sendTest}
        </button>
      )}
      {guides.includes(connection.channel) && (
        <a
          href={`/guides/${connection.channel}.html`}
          target="_blank"
          rel="noopener"
          aria-label={`${all.guide}: ${texts.value.channel[connection.channel]}`}
        >
          {all.guide}
        </a>
      )}
      {isAsking.value && connection.test !== 'none' && connection.test !== 'mail' && (
        <TestDialog
          kind={connection.test}
          name={connection.name}
          onSend={test}
          onClose={() => (isAsking.value = false)}
        />
      )}
    </p>
  );
};

const TestOutcome = ({ connection: { health } }: Props) => {
  const { test } = health;
  if (!test) return null;
  const sentence = words.value.test[test.state](test.address, moment(test.at));
  return (
    <p class={test.state === 'failed' ? 'problem' : 'hint'} role="status">
      <Icon name={test.state === 'failed' ? 'warning' : test.state === 'sent' ? 'tick' : 'clock'} />{' '}
      {sentence}
      {test.error && (
        <>
          : <q>{test.error}</q>
        </>
      )}
    </p>
  );
};
