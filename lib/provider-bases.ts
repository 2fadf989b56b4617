import type { Provider } from '../schemas/primitives.ts';
import type { DeskSettings } from '../schemas/settings.ts';

/** Public addresses of the providers' APIs, versions included. `desk.config.ts` may name others. */
const publicBases: Readonly<Record<Provider, string>> = {
  telegram: 'https://api.telegram.org',
  graph: 'https://graph.facebook.com/v25.0',
  instagram: 'https://graph.instagram.com/v25.0',
  viber: 'https://chatapi.viber.com/pa',
  vk: 'https://api.vk.com/method',
  ok: 'https://api.ok.ru/graph',
  twilio: 'https://api.twilio.com/2010-04-01',
  slack: 'https://hooks.slack.com',
};

/** `PROVIDER_BASES`: all of them, as one JSON variable. */
export const providerBases = ({ providers }: Pick<DeskSettings, 'providers'>): string =>
  JSON.stringify({ ...publicBases, ...providers });
