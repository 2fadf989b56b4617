import type { SendPorts } from '../../functions/channels/outgoing.ts';

/** Addresses that exist nowhere, one for each provider. */
export const testBases: SendPorts['bases'] = {
  telegram: 'https://telegram.example',
  graph: 'https://graph.example/v25.0',
  instagram: 'https://instagram.example/v25.0',
  viber: 'https://viber.example/pa',
  vk: 'https://vk.example/method',
  ok: 'https://ok.example/graph',
  twilio: 'https://twilio.example/2010-04-01',
  slack: 'https://slack.example',
};
