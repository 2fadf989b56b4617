import { answerMedia } from './graph/media.ts';
import { answerMessaging } from './graph/messaging.ts';
import { describedNode } from './graph/nodes.ts';
import { refused } from './graph/refused.ts';
import { answerAppHooks, answerSubscriptions } from './graph/subscriptions.ts';
import { answerWhatsApp } from './graph/whatsapp.ts';
import type { OutsideRequest, ProviderStandIn } from './provider.ts';

/** A file on Meta's servers: everybody who has its address may fetch it. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/**
 * Answers as the Graph API does at graph.facebook.com, for the numbers and pages of `desk.config.ts`. What becomes of
 * a message is told by the end of the recipient's id: …024 has not written for 24 hours, …168 for seven days, …551
 * has blocked us. Sources: Cloud API "Messages", "Media", "Error codes"; Messenger Platform "Send API".
 */
export const answerGraph: ProviderStandIn = (request) => {
  if (request.path.startsWith('/cdn/')) return { status: 200, body: PICTURE };
  return answer(request, 'facebook');
};

/** The same at graph.instagram.com, for accounts with Instagram Login. */
export const answerInstagramGraph: ProviderStandIn = (request) => answer(request, 'instagram');

function answer(request: OutsideRequest, host: 'facebook' | 'instagram') {
  const file = answerMedia.file(request);
  if (file) return file;
  const [, node = '', edge = ''] = /^\/v\d+\.\d+\/([^/]+)(?:\/([^/]+))?$/.exec(request.path) ?? [];
  if (node === '') return refused(400, { code: 2500, message: 'Unknown path components' });
  const token = /^Bearer (.+)$/.exec(request.headers['authorization'] ?? '')?.[1];
  if (token === undefined)
    return refused(401, { code: 104, message: 'An access token is required' });
  if (token.startsWith('revoked'))
    return refused(401, { code: 190, error_subcode: 463, message: 'Session has expired' });
  if (request.method === 'POST' && edge === 'messages')
    return node === 'me' ? answerMessaging(request, host) : answerWhatsApp(request, node);
  if (request.method === 'POST' && edge === 'media') return answerMedia.upload(request, node);
  if (edge === 'subscriptions') return answerAppHooks(request, node);
  if (edge === 'subscribed_apps') return answerSubscriptions(request, node);
  if (edge === '' && request.method === 'GET')
    return answerMedia.about(request, node) ?? describedNode(node, host);
  return refused(400, { code: 100, message: 'Unsupported request' });
}
