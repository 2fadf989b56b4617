import type { OutsideAnswer, OutsideRequest } from '../provider.ts';
import { instagramAccounts, pages } from './accounts.ts';
import { refused, unknownNode } from './refused.ts';

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
