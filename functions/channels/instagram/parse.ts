import { parseMessaging } from '../meta/messaging/parse.ts';

export const parseInstagram = parseMessaging({
  channel: 'instagram',
  object: 'instagram',
  nameless: 'Instagram user',
});
