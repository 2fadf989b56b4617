import type * as endpoints from '../../../../schemas/api/letters.ts';
import type { LetterEntry } from '../../../../schemas/queue.ts';
import { contentHash as hashOf } from '../../../channels/content-hash.ts';
import { addressBlock } from '../../../channels/letter/address-block.ts';
import { parseLetter } from '../../../channels/letter/parse.ts';
import { startOfDay } from '../../../desk/letters/start-of-day.ts';
import { conflict, invalid } from '../../../desk/problem.ts';
import type { Input } from '../../../http/types.ts';
import { log } from '../../../observe/log.ts';
import type { ApiDeps } from '../api-deps.ts';
import { loadTicket } from '../tickets/load-ticket.ts';
import type { UseCase } from '../types.ts';
import { officeOf } from './office-of.ts';
import { putOnCard } from './put-on-card.ts';

type Body = Input<typeof endpoints.enterLetter>['body'];

/**
 * Takes a letter in from the clerk's form and hands it to intake. Its promises count from the day it arrived. A number
 * that is taken, and scans that are there already, are told before anything is written.
 */
export const enterLetter: UseCase<typeof endpoints.enterLetter> =
  (deps) =>
  async ({ body }, agent) => {
    const { connectionId, registerNumber, arrivedOn } = body;
    officeOf(deps, connectionId);
    checkTopic(deps, body);
    const now = deps.now();
    const receivedAt = startOfDay(arrivedOn, deps.settings.timeZone);
    if (receivedAt > now) throw invalid('letter.future', 'A letter cannot arrive in the future.');
    if (body.ticketId) await loadTicket(deps.tickets, { ticketId: body.ticketId, by: agent });
    const attachments = await deps.uploads.take(body.scans, {
      owner: agent.id,
      // Of this form alone: one that is refused for its number must not write over the scans of the letter that has it.
      folder: `files/letter-${hashOf(agent.id, ...body.scans).slice(0, 32)}`,
    });
    const entry: LetterEntry = {
      kind: 'letter',
      connectionId,
      receivedAt,
      enteredAt: now,
      sender: body.sender,
      ticketId: body.ticketId,
      topic: body.topic,
      subject: body.subject,
      text: body.text,
      letter: {
        kind: 'received',
        registerNumber,
        arrivedOn,
        postmarkedOn: body.postmarkedOn,
        enteredBy: agent.name,
        isConfidential: body.isConfidential,
      },
      attachments: [...attachments],
      language: body.language,
    };
    const year = Number(arrivedOn.slice(0, 4));
    const before = await enteredBefore(deps, entry, body.isDuplicateKnown);
    if (before) return { year, registerNumber, ticketId: before };
    if (body.customerId)
      await putOnCard(deps, body.customerId, {
        channel: 'letter',
        connectionId,
        externalId: addressBlock(body.sender),
        name: body.sender.name,
        isVerified: false,
      });
    await deps.enqueue(JSON.stringify(entry));
    log.info('letter.entered', { connectionId, agentId: agent.id, files: attachments.length });
    return { year, registerNumber };
  };

const checkTopic = ({ settings }: Pick<ApiDeps, 'settings'>, { topic }: Body): void => {
  if (topic !== undefined && !settings.topics.includes(topic))
    throw invalid('topic.missing', `There is no topic ${topic}.`);
};

/**
 * The ticket of exactly this letter, when the form was sent twice.
 * @throws Problem `letter.registered`, `letter.duplicate`
 */
async function enteredBefore(
  { pointers }: Pick<ApiDeps, 'pointers'>,
  entry: LetterEntry,
  isDuplicateKnown: boolean,
): Promise<string | undefined> {
  const [incoming] = (await parseLetter(entry)).incoming;
  if (!incoming) return undefined;
  const { idempotencyKey, aliases = [], sender, contentHash } = incoming.inbound;
  const known = await pointers.lookUp({ idempotencyKey, pointers: aliases, identity: sender });
  const { registerNumber, arrivedOn } = entry.letter;
  if (known.takenBy) {
    const { ticketId } = known.takenBy;
    if (known.takenBy.contentHash === contentHash) return ticketId;
    throw conflict(
      'letter.registered',
      `Number ${registerNumber} of ${arrivedOn.slice(0, 4)} belongs to another letter.`,
      { changed: [ticketId] },
    );
  }
  const [same] = known.pointers;
  if (same && !isDuplicateKnown)
    throw conflict('letter.duplicate', 'The same scan was entered before. Is it the same letter?', {
      changed: [same.target.ticketId],
    });
  return undefined;
}
