import type { OutsideAnswer, OutsideRequest } from '../provider.ts';
import { instagramAccounts, pages } from './accounts.ts';
import { objectOf, parsed } from './fields.ts';
import { refused, unknownNode } from './refused.ts';

/** Where the app posts, by object. */
const hooks = new Map<string, string>();

/** The app's own hooks: asked with the app's token (`<id>|<secret>`), set after a handshake that this stand-in leaves out. */
export function answerAppHooks(
  { method, body, headers }: OutsideRequest,
  appId: string,
): OutsideAnswer {
  if (!headers['authorization']?.startsWith(`Bearer ${appId}|`))
    return refused(400, {
      code: 15,
      message: 'This method must be called with an app access token',
    });
  if (method === 'GET') {
    const data = [...hooks].map(([object, callback]) => ({
      object,
      callback_url: callback,
      active: true,
      fields: [],
    }));
    return { status: 200, body: { data } };
  }
  const { object, callback_url: callback, verify_token: token } = objectOf(parsed(body));
  if (!['page', 'instagram'].includes(String(object)) || typeof token !== 'string' || token === '')
    return refused(400, { code: 100, message: 'object and verify_token are required' });
  if (typeof callback !== 'string' || !/^https?:/.test(callback))
    return refused(400, { code: 100, message: 'callback_url is no URL' });
  hooks.set(String(object), callback);
  return { status: 200, body: { success: true } };
}

/** Fields that the app is told of, by page. */
const subscribed = new Map<string, readonly string[]>();

const known = /^(messages|messaging_\w+|message_\w+|standby)$/;

export function answerSubscriptions(
  { method, query }: OutsideRequest,
  node: string,
): OutsideAnswer {
  const ids = [...pages, ...instagramAccounts].map(({ id }) => id);
  if (node !== 'me' && !ids.includes(node)) return unknownNode(node);
  if (method === 'GET') {
    const fields = subscribed.get(node);
    return {
      status: 200,
      body: { data: fields ? [{ id: '1', name: 'Desk', subscribed_fields: fields }] : [] },
    };
  }
  const fields = (query.get('subscribed_fields') ?? '').split(',');
  if (!fields.every((field) => known.test(field)))
    return refused(400, { code: 100, message: 'Param subscribed_fields has an unknown field' });
  subscribed.set(node, fields);
  return { status: 200, body: { success: true } };
}
