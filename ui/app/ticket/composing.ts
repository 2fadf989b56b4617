import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { Reach } from '../../../schemas/api/views.ts';
import { ApiProblem } from '../../api/client.ts';
import { complain, say } from '../../parts/toast.tsx';
import { grantsOf, hasFailed, startUpload, type Upload } from '../../parts/upload.ts';
import { call } from '../../state/desk.ts';
import { keepDraft, readDraft } from '../../state/draft.ts';
import { announceTyping } from '../../state/presence.ts';
import { reused } from '../../state/reuse.ts';
import {
  filledText,
  isFilled,
  rememberTemplate,
  type TemplateDraft,
} from '../../state/template-draft.ts';
import { openTicket, putChanged, type TicketView, view } from '../../state/ticket.ts';
import { chosenWay } from '../../state/ways.ts';
import { texts } from '../../texts/texts.ts';
import { fileRefusal } from './reach/file-refusal.ts';

export type Mode = 'reply' | 'note';
type Via = Pick<Reach, 'connectionId' | 'address'>;
export type After = 'waiting' | 'closed' | 'open';

const refusals: ReadonlySet<string> = new Set([
  'reply.blocked',
  'reply.no-way',
  'reply.unknown-way',
  'reply.window-closed',
]);

/** `maxAttachmentBytes` of schemas/attachment.ts, which would bring all of zod along. */
const maxFileBytes = 20 * 1024 * 1024;

/**
 * An answer or a note being written. What is written survives reloads; an answer sent twice is one answer
 * (`clientId`); one written on old knowledge is refused, stays, and goes out when it is sent again.
 */
export const useComposing = (seen: TicketView) => {
  const { ticket } = seen;
  const first = useMemo(() => readDraft(ticket.id), [ticket.id]);
  const mode = useSignal<Mode>('reply');
  const reply = useSignal(first.text);
  const note = useSignal(first.note);
  const after = useSignal<After>('waiting');
  const uploads = useSignal<readonly Upload[]>([]);
  /** Another way than the ticket's own, and a template instead of free text. */
  const via = useSignal<Via | undefined>(undefined);
  const template = useSignal<TemplateDraft | undefined>(undefined);
  const isSending = useSignal(false);
  const clientId = useSignal<string>(crypto.randomUUID());
  /** What the person had read when they began to write; undefined while they have not begun. */
  const begunOn = useSignal(first.text ? ticket.lastPublicId : undefined);

  const text = mode.value === 'reply' ? reply : note;
  const keep = () => keepDraft(ticket.id, { text: reply.value, note: note.value });

  const goesTo = () => chosenWay(view.value ?? seen, via.value);
  const write = (written: string) => {
    if (mode.value === 'reply') begunOn.value = written ? (begunOn.value ?? latest()) : undefined;
    text.value = written;
    if (mode.value === 'reply' && written && goesTo()?.channel === 'chat')
      announceTyping(ticket.id);
    keep();
  };
  const latest = () => {
    const shown = view.value?.ticket;
    return shown?.id === ticket.id ? shown.lastPublicId : ticket.lastPublicId;
  };
  // Words of a message that did not arrive come after what is being written.
  useEffect(() => {
    const again = reused.value;
    if (again?.ticketId !== ticket.id) return;
    reused.value = undefined;
    mode.value = 'reply';
    write([reply.value, again.text].filter(Boolean).join('\n\n'));
    document.querySelector<HTMLTextAreaElement>('.composer textarea')?.focus();
  }, [reused.value]);
  const clear = () => {
    write('');
    via.value = undefined;
    template.value = undefined;
    uploads.value = [];
    clientId.value = crypto.randomUUID();
  };

  const sendReply = async () => {
    const filled = template.value;
    const answer = await call('replyToTicket', {
      params: { ticketId: ticket.id },
      body: {
        clientId: clientId.value,
        text: filled ? filledText(filled) : reply.value,
        answersId: begunOn.value ?? latest(),
        attachments: grantsOf(uploads.value),
        statusAfter: after.value,
        via: via.value && { connectionId: via.value.connectionId, address: via.value.address },
        template: filled && {
          name: filled.name,
          language: filled.language,
          parameters: filled.parameters,
        },
      },
    });
    if (filled) rememberTemplate(filled);
    clear();
    putChanged(answer.ticket);
    say(texts.value.compose.sent);
  };
  const addNote = async () => {
    await call('addNote', {
      params: { ticketId: ticket.id },
      body: { clientId: clientId.value, text: note.value, attachments: grantsOf(uploads.value) },
    });
    clear();
    await openTicket(ticket.id);
    say(texts.value.compose.noted);
  };

  const send = async () => {
    const words = texts.value.compose;
    if (isSending.value) return;
    const filled = mode.value === 'reply' ? template.value : undefined;
    if (filled && !isFilled(filled)) return say(texts.value.reach.unfinished);
    if (!filled && text.value.trim() === '') return say(words.empty);
    if (hasFailed(uploads.value)) return say(words.filesFailed);
    isSending.value = true;
    try {
      await (mode.value === 'reply' ? sendReply() : addNote());
    } catch (error) {
      const code = error instanceof ApiProblem ? error.problem.code : '';
      // The way closed meanwhile: the box says so, and what else there is, once the ticket is read again.
      if (refusals.has(code)) await openTicket(ticket.id);
      if (code !== 'reply.outdated') return complain(error);
      await openTicket(ticket.id);
      begunOn.value = latest();
      say(words.outdated);
    } finally {
      isSending.value = false;
    }
  };

  const attach = (files: readonly File[]) => {
    const askGrant = (body: { name: string; type: string; size: number }) =>
      call('requestUpload', { body });
    const way = mode.value === 'reply' ? goesTo() : undefined;
    const refuse = (file: File) => way && fileRefusal(file, way);
    const added = files.map((file) =>
      startUpload(file, { askGrant, refuse, maxBytes: maxFileBytes }),
    );
    uploads.value = [...uploads.value, ...added];
  };
  return { mode, text, after, uploads, via, template, isSending, begunOn, write, send, attach };
};
export type Composing = ReturnType<typeof useComposing>;
