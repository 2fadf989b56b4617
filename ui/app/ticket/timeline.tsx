import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { complain } from '../../parts/toast.tsx';
import { type Entry, showOlder, type TicketView } from '../../state/ticket.ts';
import { texts } from '../../texts/texts.ts';
import { EventLine } from './event-line.tsx';
import { MessageCard } from './message-card.tsx';
import { NoteCard } from './note-card.tsx';
import { VisitorTyping } from './visitor.tsx';

const EntryCard = ({ entry }: { entry: Entry }) => {
  if (entry.type === 'message') return <MessageCard message={entry} />;
  if (entry.type === 'note') return <NoteCard note={entry} />;
  return <EventLine event={entry} />;
};

/** Everything in order, the newest at the bottom and in sight. */
export const Timeline = ({ view }: { view: TicketView }) => {
  const end = useRef<HTMLDivElement>(null);
  const isReading = useSignal(false);
  const newest = view.entries.at(-1)?.id;
  useEffect(() => end.current?.scrollIntoView({ block: 'end' }), [newest]);

  const readOlder = async () => {
    isReading.value = true;
    await showOlder().catch(complain);
    isReading.value = false;
  };
  return (
    <div class="timeline" role="log" aria-label={view.ticket.subject} tabIndex={0}>
      {view.cursor && (
        <button type="button" disabled={isReading.value} onClick={() => void readOlder()}>
          {texts.value.ticket.older}
        </button>
      )}
      {view.entries.map((entry) => (
        <EntryCard key={entry.id} entry={entry} />
      ))}
      {view.ticket.channel === 'chat' && <VisitorTyping ticket={view.ticket} />}
      <div ref={end} class="timeline-end" />
    </div>
  );
};
