import type { Connection } from '../../../schemas/connection.ts';
import type { Topic } from '../../../schemas/desk.ts';
import type {
  ContactEvent,
  FormRequest,
  HookDelivery,
  InboundJob,
} from '../../../schemas/queue.ts';
import type { Understood } from '../../channels/channel.ts';
import type { MailInput } from '../../channels/mail/parse.ts';
import { receivedEnvelope } from '../../channels/mail/received-envelope.ts';
import { parseContact } from '../../channels/phone/amazon-connect/parse-contact.ts';
import { parsers } from '../../channels/registry/parsers.ts';
import type { OurMail } from '../../mail/mail-context.ts';
import { rawKeyOf } from './read-bytes.ts';
import { unreadableHook, unreadableMail } from './unreadable.ts';

/** What understanding needs to know of the desk. */
export type UnderstandingDesk = {
  readonly connections: readonly Connection[];
  readonly topics: readonly Topic[];
  readonly our: OurMail;
};

type Question = {
  readonly job: InboundJob;
  readonly bytes: Uint8Array;
  readonly desk: UnderstandingDesk;
  /** Where the provider gave no time, ISO 8601. */
  readonly now: string;
};

/**
 * Bytes to messages, nothing stored and nothing asked: the same job gives the same keys. Whatever the parsers cannot
 * represent becomes a message with the bytes attached; `fault` says why.
 */
export async function understand(
  question: Question,
): Promise<Understood & { readonly fault?: unknown }> {
  const { job, bytes, desk } = question;
  if ('notificationType' in job || job.kind === 'replay') {
    const input = mailInput(question);
    return parsers.mail(input).catch((fault: unknown) => ({
      ...unreadableMail(input),
      fault,
    }));
  }
  if (job.kind === 'form') return understandForm(job, desk);
  if (job.kind === 'letter') return parsers.letter(job);
  if (job.kind === 'chat') return parsers.chat({ job, connections: desk.connections });
  if (job.kind === 'contact-event') return understandContact(job, desk);
  return understandHook(job, bytes, desk).catch((fault: unknown) => ({
    ...unreadableHook(job, bytes),
    fault,
  }));
}

function mailInput({ job, bytes, desk, now }: Question): MailInput {
  const isNotified = 'notificationType' in job;
  return {
    raw: bytes,
    rawKey: rawKeyOf(job),
    our: desk.our,
    connections: desk.connections,
    ...(isNotified && {
      delivery: {
        envelope: receivedEnvelope(job),
        occurredAt: instantOf(job.receipt.timestamp) ?? instantOf(job.mail.timestamp) ?? now,
      },
    }),
    receivedAt: now,
  };
}

const instantOf = (text: string): string | undefined => {
  const time = Date.parse(text);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
};

const understandForm = (request: FormRequest, { topics }: UnderstandingDesk) =>
  parsers.form({ request, topics });

/** The event bus is the whole account's: instances that are no connection of ours speak there too. */
async function understandContact(
  event: ContactEvent,
  { connections }: UnderstandingDesk,
): Promise<Understood> {
  const connection = connections.find(
    (one) =>
      one.channel === 'phone' &&
      one.provider === 'amazon-connect' &&
      one.instanceArn === event.detail.instanceArn,
  );
  if (!connection) return { incoming: [], ignored: ['phone.instance-unknown'] };
  return parseContact({ connection, event });
}

async function understandHook(
  job: HookDelivery,
  body: Uint8Array,
  { connections }: UnderstandingDesk,
): Promise<Understood> {
  const connection = connections.find(({ id }) => id === job.connectionId);
  // The connection was removed while the message waited.
  if (!connection) return { incoming: [], ignored: [`${job.channel}.connection-gone`] };
  const { headers, receivedAt } = job;
  const siblings = connections.filter((one) => one !== connection && one.channel === job.channel);
  return parsers[job.channel]({ connection, siblings, headers, body, receivedAt });
}
