import { randomBytes } from 'node:crypto';
import type { OutsideAnswer, OutsideRequest } from '../provider.ts';
import { phoneNumbers } from './accounts.ts';
import { type Fields, objectOf, parsed } from './fields.ts';
import { answerMedia } from './media.ts';
import { refused, unknownNode } from './refused.ts';

/** Approved templates: name and language, with the number of the body's parameters. */
const templates: Readonly<Record<string, number>> = { 'hello_world en_US': 0, 'shipped en_US': 2 };
const mediaTypes = ['image', 'video', 'audio', 'document', 'sticker'];

const fault = (code: number, message: string, details: string): OutsideAnswer =>
  refused(400, { code, message, error_data: { messaging_product: 'whatsapp', details } });
const parameter = (details: string) => fault(100, 'Invalid parameter', details);

/** Sends a message of the Cloud API, or says why not. A status would follow by the hook; this stand-in calls nobody. */
export function answerWhatsApp({ body }: OutsideRequest, number: string): OutsideAnswer {
  if (!phoneNumbers.includes(number)) return unknownNode(number);
  const fields = objectOf(parsed(body));
  if (fields['messaging_product'] !== 'whatsapp') return parameter('messaging_product is required');
  const [to, recipient] = [fields['to'], fields['recipient']];
  const person = typeof recipient === 'string' ? recipient : to;
  if (typeof person !== 'string' || person === '') return parameter('to or recipient is required');
  if (typeof to === 'string' && !/^\+?\d{5,15}$/.test(to)) return parameter('to is no number');
  if (typeof recipient === 'string' && !/^[A-Z]{2}\.[A-Za-z0-9.]+$/.test(recipient))
    return parameter('recipient is no user id');
  const refusal = contentFault(fields) ?? personFault(person, fields['type']);
  if (refusal) return refusal;
  return {
    status: 200,
    body: {
      messaging_product: 'whatsapp',
      contacts: [{ input: person, wa_id: person }],
      messages: [{ id: `wamid.${randomBytes(18).toString('base64url')}` }],
    },
  };
}

function personFault(person: string, type: unknown): OutsideAnswer | undefined {
  if (/(024|168)$/.test(person) && type !== 'template')
    return fault(
      131047,
      'Re-engagement message',
      'More than 24 hours have passed since the customer last replied to this number.',
    );
  if (person.endsWith('551'))
    return fault(131026, 'Message undeliverable', 'Message Undeliverable.');
  return undefined;
}

function contentFault(fields: Fields): OutsideAnswer | undefined {
  const type = String(fields['type'] ?? 'text');
  const content = objectOf(fields[type]);
  const others = ['text', 'template', ...mediaTypes].filter(
    (name) => name !== type && fields[name] !== undefined,
  );
  if (others.length > 0) return parameter(`${others.join(', ')} with type ${type}`);
  if (type === 'text') {
    const text = content['body'];
    if (typeof text !== 'string' || text.trim() === '') return parameter('text.body is required');
    return text.length > 4096 ? parameter('text.body is longer than 4096') : undefined;
  }
  if (type === 'template') return templateFault(content);
  if (!mediaTypes.includes(type)) return fault(131051, 'Unsupported message type', type);
  const { id, link, caption } = content;
  if ((id === undefined) === (link === undefined)) return parameter('either id or link');
  if (typeof id === 'string' && !answerMedia.isUploaded(id)) return parameter('unknown media id');
  if (caption === undefined) return undefined;
  if (type === 'audio' || type === 'sticker') return parameter(`${type} takes no caption`);
  return String(caption).length > 1024 ? parameter('caption is longer than 1024') : undefined;
}

function templateFault(template: Fields): OutsideAnswer | undefined {
  const { name, language, components } = template;
  const expected = templates[`${String(name)} ${String(objectOf(language)['code'])}`];
  if (expected === undefined)
    return fault(
      132001,
      'Template does not exist',
      `template name (${String(name)}) does not exist`,
    );
  const body = (Array.isArray(components) ? components : []).map(objectOf);
  const given = body.find((component) => component['type'] === 'body')?.['parameters'];
  const count = Array.isArray(given) ? given.length : 0;
  return count === expected
    ? undefined
    : fault(132000, 'Template Param Count Mismatch', `expected ${expected}, got ${count}`);
}
