import { randomBytes } from 'node:crypto';
import type { OutsideAnswer, OutsideRequest } from '../provider.ts';
import { type Fields, objectOf, parsed } from './fields.ts';
import { refused } from './refused.ts';

type Host = 'facebook' | 'instagram';

/** Sends a message of Messenger or Instagram, or says why not. */
export function answerMessaging({ body }: OutsideRequest, host: Host): OutsideAnswer {
  const fields = objectOf(parsed(body));
  const person = objectOf(fields['recipient'])['id'];
  if (typeof person !== 'string' || !/^\d+$/.test(person))
    return refused(400, { code: 100, message: 'The parameter recipient is required' });
  const { messaging_type: type, tag } = fields;
  if (type !== 'RESPONSE' && type !== 'MESSAGE_TAG')
    return refused(400, { code: 100, message: 'messaging_type must be RESPONSE or MESSAGE_TAG' });
  if ((type === 'MESSAGE_TAG') !== (tag === 'HUMAN_AGENT'))
    return refused(400, { code: 100, message: 'The tag does not go with the messaging_type' });
  const refusal = contentFault(objectOf(fields['message']), host) ?? personFault(person, tag);
  if (refusal) return refusal;
  const mid = `${host === 'facebook' ? 'm_' : 'aWdfZ'}${randomBytes(40).toString('base64url')}`;
  return { status: 200, body: { recipient_id: person, message_id: mid } };
}

function personFault(person: string, tag: unknown): OutsideAnswer | undefined {
  const isLate = person.endsWith('168') || (person.endsWith('024') && tag === undefined);
  if (isLate)
    return refused(400, {
      code: 10,
      error_subcode: 2_018_278,
      message: 'This message is sent outside of allowed window.',
    });
  if (person.endsWith('551'))
    return refused(400, {
      code: 551,
      error_subcode: 1_545_041,
      message: "This person isn't available right now.",
    });
  return undefined;
}

const empty = refused(400, {
  code: 100,
  error_subcode: 2_018_034,
  message: 'Message cannot be empty, must provide valid attachment or text',
});

function contentFault(message: Fields, host: Host): OutsideAnswer | undefined {
  const { text, attachment, metadata } = message;
  if (text !== undefined && attachment !== undefined)
    return refused(400, { code: 100, message: 'Either text or attachment' });
  if (typeof metadata === 'string' && metadata.length > 1000)
    return refused(400, { code: 100, message: 'metadata is longer than 1000 characters' });
  if (attachment !== undefined) return attachmentFault(objectOf(attachment));
  if (typeof text !== 'string' || text.trim() === '') return empty;
  const isLong = host === 'instagram' ? Buffer.byteLength(text) > 1000 : text.length > 2000;
  return isLong
    ? refused(400, { code: 100, message: 'Length of param message[text] is too long' })
    : undefined;
}

function attachmentFault(attachment: Fields): OutsideAnswer | undefined {
  const { url } = objectOf(attachment['payload']);
  if (!['image', 'audio', 'video', 'file'].includes(String(attachment['type'])))
    return refused(400, { code: 100, message: 'message[attachment][type] is none of the types' });
  return typeof url === 'string' && /^https?:\/\//.test(url)
    ? undefined
    : refused(400, { code: 100, message: 'message[attachment][payload][url] should be a URL' });
}
