import { Language } from '../../schemas/primitives.ts';
import type { ArchiveStore, Opened } from '../desk/stores.ts';
import { type Example, neededTickets, train } from '../desk/suggestion/train.ts';
import { visibleText } from '../desk/tickets/message.ts';
import { log } from '../observe/log.ts';
import type { ObjectStore } from '../storage/object-store.ts';
import { type TrainingRecord, writeModel, writeRecord } from './suggestion-models.ts';

/** Newest tickets looked at: some months of a busy desk, and a second or two of reading. */
const looked = 4000;

type Training = {
  readonly archive: Pick<ArchiveStore, 'newest'>;
  readonly files: Pick<ObjectStore, 'put'>;
  /** Of the desk, for messages whose language nobody knows. */
  readonly language: Language;
  /** Deployed ones: an older ticket's may be gone. */
  readonly topics: readonly string[];
  readonly now: string;
};

/**
 * Learns a model of each language from the newest closed tickets and stores it. What the model itself decided and
 * nobody changed is left out, else it would learn its own opinion. Repeating it, or two at once, only replace a model
 * by an equal one. About one read unit a ticket.
 */
export const trainModels = async (training: Training): Promise<TrainingRecord> => {
  const { archive, files, now } = training;
  const opened = (await archive.newest(looked)).filter(isExample(training));
  const record = {
    reports: [] as TrainingRecord['reports'][number][],
    tooFew: [] as TrainingRecord['tooFew'][number][],
  };
  for (const language of Language.options) {
    const own = opened.filter(({ ticket }) => (ticket.language ?? training.language) === language);
    // The archive gives the newest first.
    const trained = train({ language, examples: own.toReversed().map(exampleOf), now });
    if (!trained) {
      record.tooFew.push({ language, tickets: own.length, needed: neededTickets });
      continue;
    }
    await writeModel(files, trained.model);
    record.reports.push(trained.report);
    const { trainedOn, heldOut, accuracy } = trained.report;
    log.info('suggestion.trained', { language, trainedOn, heldOut, accuracy });
  }
  await writeRecord(files, record);
  return record;
};

const isExample =
  ({ topics }: Pick<Training, 'topics'>) =>
  ({ ticket }: Opened): boolean =>
    ticket.status === 'closed' &&
    ticket.followUpOf === undefined &&
    ticket.topicReason.rule !== 'learned' &&
    topics.includes(ticket.topic);

const exampleOf = ({ ticket, first }: Opened): Example => ({
  subject: first.subject ?? ticket.subject,
  body: visibleText(first),
  topic: ticket.topic,
});
