import { createHash, randomInt } from 'node:crypto';
import type { OutsideAnswer, OutsideRequest } from '../provider.ts';
import { phoneNumbers } from './accounts.ts';
import { refused, unknownNode } from './refused.ts';

/** Ids of files that customers sent: all of this form exist and are one red dot. */
const RECEIVED = /^81\d{13}$/;
const DOT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC',
  'base64',
);
const uploads = new Set<string>();

const FILE = /^\/whatsapp_business\/attachments\/(\d+)$/;

/** Media of WhatsApp: uploaded ones to be sent, received ones to be fetched. */
export const answerMedia = {
  isUploaded: (id: string): boolean => uploads.has(id),

  upload: ({ headers, body }: OutsideRequest, number: string): OutsideAnswer => {
    if (!phoneNumbers.includes(number)) return unknownNode(number);
    const form = body.toString('latin1');
    const isForm = headers['content-type']?.startsWith('multipart/form-data') ?? false;
    if (!isForm || !/name="messaging_product"\r\n\r\nwhatsapp/.test(form))
      return refused(400, { code: 100, message: 'messaging_product is required' });
    const [, type = ''] = /name="file"; filename="[^"]+"\r\nContent-Type: (\S+)/.exec(form) ?? [];
    if (!/^(image|video|audio|application|text)\//.test(type))
      return refused(400, { code: 100, message: 'file is required, with its type' });
    const id = String(randomInt(1e14, 2e14));
    uploads.add(id);
    return { status: 200, body: { id } };
  },

  /** Where a file is to be fetched, for five minutes. */
  about: ({ base }: OutsideRequest, id: string): OutsideAnswer | undefined => {
    if (!RECEIVED.test(id)) return undefined;
    return {
      status: 200,
      body: {
        messaging_product: 'whatsapp',
        id,
        url: `${base}/whatsapp_business/attachments/${id}`,
        mime_type: 'image/png',
        sha256: createHash('sha256').update(DOT).digest('base64'),
        file_size: DOT.length,
      },
    };
  },

  /** The bytes: for who has the token, and says who they are. */
  file: ({ path, headers }: OutsideRequest): OutsideAnswer | undefined => {
    if (!FILE.test(path)) return undefined;
    if (!headers['authorization']?.startsWith('Bearer ')) return { status: 401 };
    if (!headers['user-agent']) return { status: 403 };
    return { status: 200, headers: { 'content-type': 'image/png' }, body: DOT };
  },
};
