import { useSignal } from '@preact/signals';
import { ApiProblem } from '../../api/client.ts';
import { sentenceOf } from '../../parts/sentence-of.ts';
import { say } from '../../parts/toast.tsx';
import { grantsOf, hasFailed, startUpload, type Upload } from '../../parts/upload.ts';
import { call } from '../../state/desk.ts';
import { texts } from '../../texts/texts.ts';
import { type Entered, follow } from './entered.ts';
import type { FoundTicket } from './find-ticket.ts';
import {
  following,
  keepLetter,
  type LetterFields,
  linesOf,
  readLetter,
  restored,
  wrongFields,
} from './letter-fields.ts';
import { words } from './words.ts';

/** `maxAttachmentBytes` of schemas/attachment.ts, and how many scans `enterLetter` takes. */
const maxFileBytes = 20 * 1024 * 1024;
const maxScans = 10;

/** Another ticket stands in the way: the number is taken, or the scans are there already. */
export type Clash = { isDuplicate: boolean; ticketId: string | undefined };

const clashOf = (error: unknown): Clash | undefined => {
  const problem = error instanceof ApiProblem ? error.problem : undefined;
  const isDuplicate = problem?.code === 'letter.duplicate';
  if (!isDuplicate && problem?.code !== 'letter.registered') return undefined;
  return { isDuplicate, ticketId: problem?.changed?.[0] };
};

/** A letter being entered. It survives reloads (its scans do not); saved, it makes room for the next of the pile. */
export const useEntering = (offices: readonly string[]) => {
  const fields = useSignal<LetterFields>(restored(readLetter(), offices, Date.now()));
  const problems = useSignal<Partial<Record<keyof LetterFields, string>>>({});
  const found = useSignal<FoundTicket | undefined>(undefined);
  const uploads = useSignal<readonly Upload[]>([]);
  const failure = useSignal('');
  const clash = useSignal<Clash | undefined>(undefined);
  const isSaving = useSignal(false);

  const put = (part: Partial<LetterFields>) => {
    fields.value = { ...fields.value, ...part };
    const rest = { ...problems.value };
    for (const name of Object.keys(part)) delete rest[name as keyof LetterFields];
    problems.value = rest;
    clash.value = undefined;
    keepLetter(fields.value);
  };
  const attach = (files: readonly File[]) => {
    const askGrant = (body: { name: string; type: string; size: number }) =>
      call('requestUpload', { body });
    const room = files.slice(0, Math.max(0, maxScans - uploads.value.length));
    const added = room.map((file) => startUpload(file, { askGrant, maxBytes: maxFileBytes }));
    uploads.value = [...uploads.value, ...added];
    clash.value = undefined;
  };

  /** The first field that needs another look gets the focus. */
  const isReady = (): boolean => {
    const wrong = wrongFields(fields.value, Date.now());
    problems.value = Object.fromEntries(
      wrong.toReversed().map(([field, name]) => [field, words.value[name]]),
    );
    const [first] = wrong;
    if (first) document.querySelector<HTMLElement>(`.letter-form [name="${first[0]}"]`)?.focus();
    failure.value = '';
    if (first) return false;
    if (hasFailed(uploads.value)) failure.value = texts.value.compose.filesFailed;
    else if (uploads.value.length === 0 && fields.value.text.trim() === '')
      failure.value = words.value.noScans;
    return failure.value === '';
  };

  const bodyOf = (isDuplicateKnown: boolean) => {
    const { value } = fields;
    const toTicket = found.value && value.goesTo === 'ticket';
    return {
      connectionId: value.connectionId,
      registerNumber: value.registerNumber.trim(),
      arrivedOn: value.arrivedOn,
      postmarkedOn: value.postmarkedOn || undefined,
      sender: { name: value.senderName, address: linesOf(value.address) },
      customerId: found.value && !toTicket ? found.value.customerId : undefined,
      ticketId: toTicket ? found.value?.id : undefined,
      topic: value.topic || undefined,
      subject: value.subject,
      text: value.text,
      scans: grantsOf(uploads.value),
      isConfidential: value.isConfidential,
      isDuplicateKnown,
    };
  };

  /** Saves and makes room for the next; answers what was entered, or undefined when something stands in the way. */
  const save = async (isDuplicateKnown = false): Promise<Entered | undefined> => {
    if (isSaving.value || !isReady()) return undefined;
    isSaving.value = true;
    try {
      const body = bodyOf(isDuplicateKnown);
      const answer = await call('enterLetter', { body });
      fields.value = following(fields.value, Date.now());
      keepLetter(fields.value);
      found.value = undefined;
      uploads.value = [];
      clash.value = undefined;
      say(words.value.saved(answer.registerNumber));
      return { ...answer, connectionId: body.connectionId, subject: body.subject };
    } catch (error) {
      clash.value = clashOf(error);
      failure.value = clash.value ? '' : sentenceOf(error);
      return undefined;
    } finally {
      isSaving.value = false;
    }
  };
  return { fields, problems, found, uploads, failure, clash, isSaving, put, attach, save, follow };
};
export type Entering = ReturnType<typeof useEntering>;
