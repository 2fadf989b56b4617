import { parseMessaging } from '../meta/messaging/parse.ts';

export const parseMessenger = parseMessaging({
  channel: 'messenger',
  object: 'page',
  nameless: 'Facebook user',
});
