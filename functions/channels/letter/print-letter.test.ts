import { describe, expect, it } from 'vitest';
import type { Message } from '../../../schemas/timeline.ts';
import { aTicket } from '../../../test/make/a-ticket.ts';
import { anInbound } from '../../../test/make/an-inbound.ts';
import { messageFrom } from '../../desk/tickets/message.ts';
import { paperLetter } from './paper-letter.ts';
import { printLetter } from './print-letter.ts';

const sender = ['Kopilka GmbH', 'Musterstraße 1', '10115 Berlin'];
const address = 'Анна Ли\nHauptstraße 5\n10115 Berlin';
const ticket = aTicket({
  number: 1042,
  subject: 'Where is my payout?',
  replyTo: { address, cc: [] },
});

const letterOf = (over: Partial<Message> = {}) => {
  const message: Message = {
    ...messageFrom(anInbound(), { ticketId: ticket.id, kind: 'customer', now: ticket.createdAt }),
    direction: 'out',
    kind: 'reply',
    author: { kind: 'agent', name: 'Ann Agent' },
    subject: undefined,
    text: 'Здравствуйте!\n\nIt was paid on Monday: 42 € – “sorry”.',
    address,
    attachments: [],
    occurredAt: '2026-11-22T23:30:00.000Z',
    ...over,
  };
  const desk = {
    deskName: 'Kopilka Help',
    domain: 'desk.example',
    connections: [],
    language: 'en' as const,
    signingSecrets: [],
    appUrl: 'https://desk.example',
  };
  const connection = {
    id: 'letters',
    channel: 'letter',
    name: 'Office',
    topic: 'other',
    sender,
  } as const;
  return paperLetter({ ticket, message, connection, desk }, connection, 'Europe/Berlin');
};

describe('what stands on a letter', () => {
  it('is addressed line by line and dated where the office is', () => {
    expect(letterOf()).toMatchObject({
      recipient: ['Анна Ли', 'Hauptstraße 5', '10115 Berlin'],
      reference: 'Our reference: #1042',
      dateText: '23 November 2026',
      subject: 'Where is my payout?',
      author: 'Ann Agent',
      enclosures: '',
    });
  });

  it('is in the customer’s language', () => {
    expect(letterOf({ language: 'ru' })).toMatchObject({
      reference: 'Наш номер: #1042',
      dateText: '23 ноября 2026 г.',
    });
  });

  it('names what else is in the envelope', () => {
    const file = {
      type: 'a/b',
      size: 1,
      sha256: 'a'.repeat(64),
      key: 'x',
      kind: 'regular' as const,
    };

    expect(letterOf({ attachments: [{ ...file, name: 'bill.pdf' }] }).enclosures).toBe(
      'Enclosures: bill.pdf',
    );
  });
});

describe('the file of a letter', () => {
  const pagesOf = (pdf: Uint8Array) =>
    Buffer.from(pdf)
      .toString('latin1')
      .match(/\/Type \/Page\b/g)?.length;

  it('is one page with its fonts inside', async () => {
    const pdf = await printLetter(letterOf());

    expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe('%PDF-');
    expect(pagesOf(pdf)).toBe(1);
    expect(Buffer.from(pdf).toString('latin1')).toContain('/FontFile2');
    expect(pdf.length).toBeLessThan(60_000);
  });

  it('goes on over pages, and takes characters that no font has', async () => {
    const text = `${'Ещё одна строка письма, the next line of the letter.\n'.repeat(90)}😀 漢字 \u0000`;

    expect(pagesOf(await printLetter(letterOf({ text })))).toBe(3);
  });
});
