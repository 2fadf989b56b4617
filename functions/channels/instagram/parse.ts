import { parseMessaging } from '../meta/messaging/parse.ts';
import { instagramProfile } from './profile.ts';

export const parseInstagram = parseMessaging({
  channel: 'instagram',
  object: 'instagram',
  nameless: instagramProfile.nameless,
});
