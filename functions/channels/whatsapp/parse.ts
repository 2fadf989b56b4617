import * as z from 'zod';
import type { ConnectionOf } from '../../../schemas/connection.ts';
import type { Understood } from '../channel.ts';
import { type HookInput, jsonOf } from '../hook-delivery.ts';
import { Members, optional } from '../meta/fields.ts';
import { type Batch, codeOf, ignoring, together } from '../meta/understood.ts';
import {
  WhatsAppContact,
  WhatsAppError,
  WhatsAppMessage,
  WhatsAppStatus,
  WhatsAppValue,
} from './message.ts';
import type { Contacts } from './person.ts';
import { understandEcho, understandMessage } from './understand-message.ts';
import { understandStatus } from './understand-status.ts';

const Delivery = z.object({ object: z.string(), entry: Members });
const Entry = z.object({ changes: Members });
const Change = z.object({ field: z.string(), value: optional(WhatsAppValue) });

/** What reading one number's messages needs to know. */
export type NumberContext = {
  readonly connection: ConnectionOf<'whatsapp'>;
  readonly contacts: Contacts;
  readonly receivedAt: string;
  /** Of a message: its place in the delivery. */
  readonly index?: number;
};

/**
 * A delivery holds messages, echoes and receipts of one or more numbers. Those of a sibling connection are understood
 * for it; those of numbers that are not ours are counted.
 */
export async function parseWhatsApp(input: HookInput): Promise<Understood> {
  const delivery = Delivery.parse(jsonOf(input.body));
  if (delivery.object !== 'whatsapp_business_account') return ignoring('whatsapp.other-object');
  const changes = delivery.entry.flatMap((entry) => Entry.safeParse(entry).data?.changes ?? []);
  return together(changes.map((change) => understandChange(change, input)));
}

function understandChange(given: unknown, input: HookInput): Batch {
  const { data: change } = Change.safeParse(given);
  if (!change) return ignoring('whatsapp.change-unreadable');
  const isEcho = change.field === 'smb_message_echoes' || change.field === 'message_echoes';
  if (change.field !== 'messages' && !isEcho)
    return ignoring(`whatsapp.field-${codeOf(change.field)}`);
  if (!change.value) return ignoring('whatsapp.change-unreadable');
  const { value } = change;
  const connection = numberOf(value.metadata.phone_number_id, input);
  if (!connection) return ignoring('whatsapp.other-number');
  const context: NumberContext = {
    connection,
    contacts: {
      all: value.contacts.flatMap((contact) => WhatsAppContact.safeParse(contact).data ?? []),
      isOfOne: value.messages.length + value.message_echoes.length === 1,
    },
    receivedAt: input.receivedAt,
  };
  return together([
    ...readEach(value.messages, WhatsAppMessage, (message, index) =>
      understandMessage(message, { ...context, index }),
    ),
    ...readEach(value.message_echoes, WhatsAppMessage, (message) =>
      understandEcho(message, context),
    ),
    ...readEach(value.statuses, WhatsAppStatus, (status) => understandStatus(status, context)),
    ...readEach(value.errors, WhatsAppError, () => ignoring('whatsapp.account-error')),
  ]);
}

const numberOf = (
  id: string,
  { connection, siblings = [] }: HookInput,
): ConnectionOf<'whatsapp'> | undefined =>
  [connection, ...siblings]
    .filter((one) => one.channel === 'whatsapp')
    .find(({ phoneNumberId }) => phoneNumberId === id);

const readEach = <T>(
  members: readonly unknown[],
  schema: z.ZodType<T>,
  understand: (member: T, index: number) => Batch,
): readonly Batch[] =>
  members.map((member, index) => {
    const read = schema.safeParse(member);
    return read.success ? understand(read.data, index) : ignoring('whatsapp.member-unreadable');
  });
