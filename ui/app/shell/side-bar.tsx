import { useEffect } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { LanguageChoice } from '../../parts/language-choice.tsx';
import { spanText } from '../../parts/time.ts';
import { ailing, followConnections } from '../../state/connections.ts';
import { can, config, desk, me, now, signOut, topicNames } from '../../state/desk.ts';
import { language, type Theme, theme } from '../../state/preferences.ts';
import { onChange } from '../../state/push.ts';
import { queues, refreshQueues } from '../../state/queues.ts';
import { texts } from '../../texts/texts.ts';
import { roleName } from '../people/role-name.ts';
import { PresenceSwitch } from '../presence/presence-switch.tsx';
import { pagesOpen } from '../settings/pages.ts';
import { takeNext } from './take-next.ts';

type Props = { path: string; isOpen: boolean; onClose: () => void; onHelp: () => void };

export const SideBar = ({ path, isOpen, onClose, onHelp }: Props) => {
  const { nav } = texts.value;
  const { route } = useLocation();
  useEffect(() => onChange(() => void refreshQueues()), []);
  useEffect(onClose, [path]);

  return (
    <nav class={isOpen ? 'side-bar open' : 'side-bar'} aria-label={nav.main}>
      <p class="desk-name">{config.value?.name}</p>
      <button
        type="button"
        class="primary next"
        title={nav.nextHint}
        onClick={() => void takeNext(route)}
      >
        {nav.next}
        <kbd>n</kbd>
      </button>
      <PresenceSwitch />
      <ul>
        <Item href="/mine" path={path === '/' ? '/mine' : path} text={nav.mine} />
        <Item href="/mine/postponed" path={path} text={nav.postponed} />
        <Item
          href="/all"
          path={path.startsWith('/all/') ? '/all' : path}
          text={texts.value.views.title}
        />
      </ul>
      <h2>{nav.queues}</h2>
      <Queues path={path} />
      <div class="side-end">
        <ul>
          {can('letters.enter') && hasOffice() && (
            <Item href="/letters" path={path} text={nav.letters} />
          )}
          {can('quarantine.manage') && (
            <Item href="/quarantine" path={path} text={texts.value.mail.quarantine.title} />
          )}
          {can('connections.manage') && <ConnectionsItem path={path} />}
          {can('connections.manage') && (
            <Item href="/undeliverable" path={path} text={nav.undeliverable} />
          )}
          <Item href="/team" path={path} text={nav.team} />
          {can('peaks.read') && (
            <Item
              href="/peaks"
              path={path.startsWith('/peaks') ? '/peaks' : path}
              text={nav.peaks}
            />
          )}
          {can('people.read') && <Item href="/people" path={path} text={nav.people} />}
          {settingsPage() && (
            <Item
              href={settingsPage()}
              path={path.startsWith('/settings/') ? settingsPage() : path}
              text={nav.settings}
            />
          )}
        </ul>
        <Person onHelp={onHelp} />
      </div>
    </nav>
  );
};

/** The first page of settings that this person may see; empty if there is none. */
const settingsPage = (): string => {
  const [first] = pagesOpen();
  return first ? `/settings/${first}` : '';
};

/** Somewhere paper arrives. */
const hasOffice = () =>
  desk.value?.connections.some(({ channel }) => channel === 'letter') ?? false;

const Item = ({ href, path, text }: { href: string; path: string; text: string }) => (
  <li>
    <a class="item" href={href} aria-current={path === href ? 'page' : undefined}>
      {text}
    </a>
  </li>
);

/** How often the side bar asks how the connections are, seconds. */
const watch = 60;

const ConnectionsItem = ({ path }: { path: string }) => {
  const { nav } = texts.value;
  useEffect(() => followConnections(watch), []);
  return (
    <li>
      <a
        class="item queue"
        href="/connections"
        aria-current={path === '/connections' ? 'page' : undefined}
      >
        <span class="queue-name">{nav.connections}</span>
        {ailing.value > 0 && (
          <span class="count bad">
            <span aria-hidden="true">!</span> {ailing.value}
            <span class="visually-hidden"> {nav.ailing}</span>
          </span>
        )}
      </a>
    </li>
  );
};

const Queues = ({ path }: { path: string }) => {
  const { nav } = texts.value;
  const lang = language.value;
  return (
    <ul class="queues">
      {queues.value.map((queue) => {
        const href = `/queues/${queue.topic}`;
        const age = queue.oldestAt && queue.active > 0 ? now.value - Date.parse(queue.oldestAt) : 0;
        return (
          <li key={queue.topic}>
            <a
              class="item queue"
              href={href}
              aria-current={path.startsWith(href) ? 'page' : undefined}
            >
              <span class="queue-name">{topicNames.value.get(queue.topic) ?? queue.topic}</span>
              <span
                class={queue.breached > 0 ? 'count bad' : 'count'}
                title={nav.waiting(queue.active)}
              >
                {queue.active}
              </span>
              {(queue.isPaused || age > 0 || queue.breached > 0) && (
                <span class="queue-age">
                  {queue.isPaused ? nav.paused : age > 0 ? nav.oldest(spanText(age, lang)) : ''}
                  {queue.breached > 0 && <b> {nav.breached(queue.breached)}</b>}
                </span>
              )}
            </a>
          </li>
        );
      })}
    </ul>
  );
};

const Person = ({ onHelp }: { onHelp: () => void }) => {
  const { app, settings, keys } = texts.value;
  const agent = me.value?.agent;
  return (
    <details class="person">
      <summary>
        <span>{agent?.name}</span>
        <span class="hint">{agent && (me.value?.roleName ?? roleName(agent.role))}</span>
      </summary>
      <label>
        {settings.language}
        <LanguageChoice />
      </label>
      <label>
        {settings.theme}
        <select
          value={theme.value}
          onChange={(event) => {
            theme.value = event.currentTarget.value as Theme;
          }}
        >
          {Object.entries(settings.themes).map(([code, name]) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <button type="button" class="quiet" onClick={onHelp}>
        {keys.title} <kbd>?</kbd>
      </button>
      <button type="button" class="quiet" onClick={() => void signOut()}>
        {app.signOut}
      </button>
    </details>
  );
};
