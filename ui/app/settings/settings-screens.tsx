import type { ComponentType } from 'preact';
import { late } from '../../parts/late.tsx';
import { texts } from '../../texts/texts.ts';
import { pagesOpen, type SettingsPageName } from './pages.ts';
import './fields.css';
import '../alerts/alerts.css';
import '../suggestion/suggestion.css';
import '../topics/topics.css';

/** Each page's script is loaded when it is opened. */
const screens: Readonly<Record<SettingsPageName, ComponentType>> = {
  routing: late(async () => (await import('../routing/routing-screen.tsx')).RoutingScreen),
  topics: late(async () => (await import('../topics/topics-screen.tsx')).TopicsScreen),
  suggestion: late(
    async () => (await import('../suggestion/suggestion-screen.tsx')).SuggestionScreen,
  ),
  lines: late(async () => (await import('../lines/lines-screen.tsx')).LinesScreen),
  hours: late(async () => (await import('../hours/hours-screen.tsx')).HoursScreen),
  tiers: late(async () => (await import('../tiers/tiers-screen.tsx')).TiersScreen),
  promises: late(async () => (await import('../promises/promises-screen.tsx')).PromisesScreen),
  alerts: late(async () => (await import('../alerts/alerts-screen.tsx')).AlertsScreen),
  roles: late(async () => (await import('../roles/roles-screen.tsx')).RolesScreen),
  audit: late(async () => (await import('../audit/audit-screen.tsx')).AuditScreen),
};

/** `/settings/<page>`. */
export const SettingsScreen = ({ page }: { page?: string }) => {
  const name = pagesOpen().find((open) => open === page);
  if (!name) return <p class="empty">{texts.value.app.notFound}</p>;
  const Screen = screens[name];
  return <Screen />;
};
