import { useSignal } from '@preact/signals';
import { Route, Router, useLocation } from 'preact-iso/router';
import { useMemo } from 'preact/hooks';
import { useKeys } from '../../parts/keys.ts';
import { can } from '../../state/desk.ts';
import { isLost } from '../../state/push.ts';
import { texts } from '../../texts/texts.ts';
import { MyTickets, QueueTickets } from '../list/list-screens.tsx';
import { PeopleScreen } from '../people/people-screen.tsx';
import { TicketScreen } from '../ticket/ticket-screen.tsx';
import { Alerts } from './alerts.tsx';
import { KeyHelp } from './key-help.tsx';
import { SideBar } from './side-bar.tsx';
import { takeNext } from './take-next.ts';
import './shell.css';

const NotFound = () => <p class="empty">{texts.value.app.notFound}</p>;

/** Everything a signed-in person sees: the queues beside, one screen, alerts on top. */
export const Shell = () => {
  const { route, path } = useLocation();
  const isMenuOpen = useSignal(false);
  const isHelpOpen = useSignal(false);
  const { app } = texts.value;
  const keys = useMemo(
    () => ({
      n: () => void takeNext(route),
      'g m': () => route('/mine'),
      'g p': () => route('/mine/postponed'),
      '?': () => {
        isHelpOpen.value = true;
      },
    }),
    [],
  );
  useKeys(keys);

  return (
    <div class="shell">
      <a class="skip" href="#content">
        {app.skip}
      </a>
      <div class="top-bar">
        <button
          type="button"
          class="quiet"
          aria-expanded={isMenuOpen.value}
          aria-label={app.menu}
          onClick={() => {
            isMenuOpen.value = !isMenuOpen.value;
          }}
        >
          ☰
        </button>
        <button type="button" class="primary" onClick={() => void takeNext(route)}>
          {texts.value.nav.next}
        </button>
      </div>
      <SideBar
        path={path}
        isOpen={isMenuOpen.value}
        onClose={() => {
          isMenuOpen.value = false;
        }}
        onHelp={() => {
          isHelpOpen.value = true;
        }}
      />
      <main id="content" class="content" tabIndex={-1}>
        <p class="lost-line" role="status">
          {isLost.value && app.reconnecting}
        </p>
        <Alerts />
        <Router>
          <Route path="/" component={MyTickets} />
          <Route path="/mine" component={MyTickets} />
          <Route path="/mine/:group" component={MyTickets} />
          <Route path="/queues/:topic" component={QueueTickets} />
          <Route path="/queues/:topic/:group" component={QueueTickets} />
          <Route path="/tickets/:ticketId" component={TicketScreen} />
          <Route path="/people" component={can('people.read') ? PeopleScreen : NotFound} />
          <Route default component={NotFound} />
        </Router>
      </main>
      {isHelpOpen.value && (
        <KeyHelp
          onClose={() => {
            isHelpOpen.value = false;
          }}
        />
      )}
    </div>
  );
};
