import { fullMomentText, momentText } from '../../parts/time.ts';
import { now } from '../../state/desk.ts';
import { language } from '../../state/preferences.ts';
import type { Entry } from '../../state/ticket.ts';
import { texts } from '../../texts/texts.ts';
import { Files } from './files.tsx';

/** Said to colleagues: looks unlike anything the customer sees. */
export const NoteCard = ({ note }: { note: Extract<Entry, { type: 'note' }> }) => (
  <section class="card note">
    <header>
      <b>{note.author.name}</b>
      <span class="tag warn">{texts.value.ticket.note}</span>
      <time dateTime={note.occurredAt} title={fullMomentText(note.occurredAt, language.value)}>
        {momentText(note.occurredAt, now.value, language.value)}
      </time>
    </header>
    <div class="said">{note.text}</div>
    <Files entry={note} />
  </section>
);
