import type { Topic } from '../../../schemas/desk.ts';
import type { FormRequest } from '../../../schemas/queue.ts';
import { unprovenAddress } from '../../desk/customers/identity-key.ts';
import type { Inbound } from '../../desk/inbound.ts';
import type { Understood } from '../channel.ts';
import { contentHash } from '../content-hash.ts';
import { cut, plainText, subjectOf } from '../plain-text.ts';
import { deliveryKey } from '../pointers.ts';

export type FormInput = {
  readonly request: FormRequest;
  /** For the labels of the fields filled in. */
  readonly topics: readonly Topic[];
};

/** A request of the public form. The typed address is nobody's proof: it opens a ticket and no history. */
export async function parseForm({ request, topics }: FormInput): Promise<Understood> {
  const said = plainText(request.text);
  const email = request.email.toLowerCase();
  const inbound: Inbound = {
    channel: 'form',
    connectionId: request.connectionId,
    idempotencyKey: deliveryKey('form', request.connectionId, request.submissionId),
    contentHash: contentHash(JSON.stringify([email, request.topic, said, request.fields])),
    kind: 'customer',
    sender: {
      channel: 'mail',
      connectionId: unprovenAddress,
      externalId: email,
      name: cut(plainText(request.name) || email, 120),
      isVerified: false,
      language: request.language,
    },
    replyTo: { address: email, cc: [] },
    subject: subjectOf(said),
    text: [...fieldLines(request, topics), said].join('\n').trim(),
    attachments: request.attachments,
    references: [],
    knownTickets: [],
    pointers: [],
    leaves: [],
    isConversation: false,
    isSpam: false,
    mayAcknowledge: true,
    flags: ['sender-unverified'],
    occurredAt: request.receivedAt,
    chosenTopic: request.topic,
    fields: request.fields,
    language: request.language,
  };
  return { incoming: [{ inbound, files: [] }], ignored: [] };
}

/** `Order number: 12-345`, in the order of the topic's form; then an empty line. */
function fieldLines(
  { topic, fields, language }: FormRequest,
  topics: readonly Topic[],
): readonly string[] {
  const form = topics.find(({ id }) => id === topic)?.form ?? [];
  const order = [...form.map(({ id }) => id), ...Object.keys(fields)];
  const lines = [...new Set(order)].flatMap((id) => {
    const value = plainText(fields[id] ?? '');
    if (value === '') return [];
    const field = form.find((candidate) => candidate.id === id);
    const option = field?.options?.find((candidate) => candidate.id === value)?.label;
    const shown = option ? (option[language] ?? option.en) : value;
    return [`${field ? (field.label[language] ?? field.label.en) : id}: ${shown}`];
  });
  return lines.length > 0 ? [...lines, ''] : [];
}
