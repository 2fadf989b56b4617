import * as z from 'zod';
import { PostalLines, RegisterNumber } from '../letter.ts';
import { CustomerId, Instant, Language, MessageId, Slug, TicketId } from '../primitives.ts';
import { endpoint } from './endpoint.ts';
import { MessageView } from './views.ts';

export const enterLetter = endpoint({
  name: 'enterLetter',
  method: 'POST',
  path: '/api/letters',
  permission: 'letters.enter',
  summary:
    'Enter a paper letter with its scans. 409 `letter.registered`: the number is taken; 409 `letter.duplicate`: these scans were entered for this sender already; both name the ticket in `changed`',
  body: z.object({
    /** The office, a connection of channel `letter`. */
    connectionId: Slug,
    registerNumber: RegisterNumber,
    arrivedOn: z.iso.date(),
    postmarkedOn: z.iso.date().optional(),
    sender: z.object({ name: z.string().trim().min(1).max(80), address: PostalLines }),
    /** The clerk recognized the person; otherwise the name and address make them. */
    customerId: CustomerId.optional(),
    /** The letter names one of our tickets. */
    ticketId: TicketId.optional(),
    topic: Slug.optional(),
    subject: z.string().trim().min(1).max(200),
    /** Its words or what it is about; may be left to the scans. */
    text: z.string().trim().max(20_000).default(''),
    /** Grants of `requestUpload`. */
    scans: z.array(z.string().max(4096)).max(10).default([]),
    isConfidential: z.boolean().default(false),
    language: Language.optional(),
    /** Enter it although the same scans are there. */
    isDuplicateKnown: z.boolean().default(false),
  }),
  output: z.object({
    year: z.number().int(),
    registerNumber: RegisterNumber,
    /** Known at once when exactly this letter was entered before; otherwise ask `findLetter` a moment later. */
    ticketId: TicketId.optional(),
  }),
  status: 202,
});

export const findLetter = endpoint({
  name: 'findLetter',
  method: 'GET',
  path: '/api/letters',
  permission: 'letters.enter',
  summary: 'The message of a registered letter; 404 while it is not entered or not yet taken in',
  query: z.object({
    connectionId: Slug,
    year: z.coerce.number().int().min(2000).max(2199),
    registerNumber: RegisterNumber,
  }),
  output: z.object({ ticketId: TicketId, messageId: MessageId }),
});

export const moveLetter = endpoint({
  name: 'moveLetter',
  method: 'POST',
  path: '/api/tickets/{ticketId}/messages/{messageId}/letter',
  permission: 'letters.enter',
  summary: 'Say that a letter of ours was printed, posted, delivered or came back',
  params: z.object({ ticketId: TicketId, messageId: MessageId }),
  body: z.object({
    occurredAt: Instant,
    action: z.enum(['print', 'post', 'deliver', 'return']),
    /** The post's number of a registered letter, with `post`. */
    trackingNumber: z.string().trim().min(1).max(60).optional(),
  }),
  output: z.object({ message: MessageView }),
});

export const getLetterFile = endpoint({
  name: 'getLetterFile',
  method: 'GET',
  path: '/api/tickets/{ticketId}/messages/{messageId}/letter',
  permission: 'tickets.read',
  summary: 'A signed link to the PDF to print of a letter of ours, good for five minutes',
  params: z.object({ ticketId: TicketId, messageId: MessageId }),
  query: z.object({ occurredAt: Instant }),
  output: z.object({ url: z.string() }),
});

export const letterEndpoints = [enterLetter, findLetter, moveLetter, getLetterFile] as const;
