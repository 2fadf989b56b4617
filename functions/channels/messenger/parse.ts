import { parseMessaging } from '../meta/messaging/parse.ts';
import { messengerProfile } from './profile.ts';

export const parseMessenger = parseMessaging({
  channel: 'messenger',
  object: 'page',
  nameless: messengerProfile.nameless,
});
