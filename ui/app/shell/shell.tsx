import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { Route, Router, useLocation } from 'preact-iso/router';
import { useKeys } from '../../parts/keys.ts';
import { late } from '../../parts/late.tsx';
import { can } from '../../state/desk.ts';
import { isLost } from '../../state/push.ts';
import { followTeam, mayWork, mine } from '../../state/team.ts';
import { texts } from '../../texts/texts.ts';
import { AllTickets } from '../list/all-tickets.tsx';
import { MyTickets, QueueTickets } from '../list/list-screens.tsx';
import { PresenceDialog } from '../presence/presence-dialog.tsx';
import { asksPresence } from '../presence/presence-state.ts';
import { PresenceSwitch } from '../presence/presence-switch.tsx';
import { SettingsScreen } from '../settings/settings-screens.tsx';
import { Alerts } from './alerts.tsx';
import { KeyHelp } from './key-help.tsx';
import { PeakBanner } from './peak-banner.tsx';
import { SideBar } from './side-bar.tsx';
import { takeNext } from './take-next.ts';
// A screen that is loaded late brings no styles of its own.
import '../../parts/files.css';
import '../../parts/menu.css';
import '../ticket/message/message.css';
import '../ticket/reach/reach.css';
import '../ticket/composer.css';
import '../customer/customer.css';
import '../ticket/ticket.css';
import './shell.css';
import '../connections/connections.css';
import '../letters/letters.css';
import '../peaks/peaks.css';
import '../presence/presence.css';
import '../people/people.css';
import '../quarantine/quarantine.css';
import '../hours/hours.css';
import '../promises/promises.css';
import '../routing/routing.css';
import '../settings/settings.css';

const loadTicket = async () => (await import('../ticket/ticket-screen.tsx')).TicketScreen;
const TicketScreen = late(loadTicket);
const ConnectionsScreen = late(async () => {
  return (await import('../connections/connections-screen.tsx')).ConnectionsScreen;
});

const LettersScreen = late(async () => {
  return (await import('../letters/letters-screen.tsx')).LettersScreen;
});
const QuarantineScreen = late(async () => {
  return (await import('../quarantine/quarantine-screen.tsx')).QuarantineScreen;
});
const BlockedScreen = late(async () => {
  return (await import('../quarantine/blocked-screen.tsx')).BlockedScreen;
});
const SuppressionScreen = late(async () => {
  return (await import('../suppression/suppression-screen.tsx')).SuppressionScreen;
});

const PeopleScreen = late(async () => {
  return (await import('../people/people-screen.tsx')).PeopleScreen;
});

const TeamScreen = late(async () => {
  return (await import('../presence/team-screen.tsx')).TeamScreen;
});
const PeaksScreen = late(async () => {
  return (await import('../peaks/peaks-screen.tsx')).PeaksScreen;
});
const ForecastScreen = late(async () => {
  return (await import('../peaks/forecast-screen.tsx')).ForecastScreen;
});

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
      'g a': () => route('/all'),
      'g t': () => route('/team'),
      ...(mayWork() && {
        p: () => {
          asksPresence.value = true;
        },
      }),
      ...(can('quarantine.manage') && { 'g q': () => route('/quarantine') }),
      '?': () => {
        isHelpOpen.value = true;
      },
    }),
    [],
  );
  useKeys(keys);
  useEffect(followTeam, []);
  // The list is there first; the screen that everybody opens next is fetched while they read it.
  useEffect(() => void loadTicket().catch(() => undefined), []);

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
        <PresenceSwitch isShort />
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
        <PeakBanner />
        <Alerts />
        <Router>
          <Route path="/" component={MyTickets} />
          <Route path="/mine" component={MyTickets} />
          <Route path="/mine/:group" component={MyTickets} />
          <Route path="/all" component={AllTickets} />
          <Route path="/all/:group" component={AllTickets} />
          <Route path="/queues/:topic" component={QueueTickets} />
          <Route path="/queues/:topic/:group" component={QueueTickets} />
          <Route path="/tickets/:ticketId" component={TicketScreen} />
          <Route
            path="/connections"
            component={can('connections.manage') ? ConnectionsScreen : NotFound}
          />
          <Route
            path="/quarantine/:ticketId?"
            component={can('quarantine.manage') ? QuarantineScreen : NotFound}
          />
          <Route
            path="/blocked-senders"
            component={can('quarantine.manage') ? BlockedScreen : NotFound}
          />
          <Route
            path="/undeliverable"
            component={can('connections.manage') ? SuppressionScreen : NotFound}
          />
          <Route path="/letters" component={can('letters.enter') ? LettersScreen : NotFound} />
          <Route path="/settings/:page" component={SettingsScreen} />
          <Route path="/team" component={TeamScreen} />
          <Route path="/peaks" component={can('peaks.read') ? PeaksScreen : NotFound} />
          <Route path="/peaks/forecast" component={can('peaks.read') ? ForecastScreen : NotFound} />
          <Route
            path="/people/:agentId?"
            component={can('people.read') ? PeopleScreen : NotFound}
          />
          <Route default component={NotFound} />
        </Router>
      </main>
      {asksPresence.value && (
        <PresenceDialog
          person={mine.value}
          isMe
          onClose={() => {
            asksPresence.value = false;
          }}
        />
      )}
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
