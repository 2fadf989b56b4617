import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Ticket } from '../../../schemas/ticket.ts';
import { texts } from '../../texts/texts.ts';

/** The subject in two lines at most; a longer one can be unfolded. */
export const Subject = ({ ticket }: { ticket: Ticket }) => {
  const line = useRef<HTMLSpanElement>(null);
  const isWhole = useSignal(false);
  const isCut = useSignal(false);
  const subject = ticket.subject || ticket.preview;
  useLayoutEffect(() => {
    isWhole.value = false;
    const measure = () => {
      const element = line.current;
      if (element && !isWhole.value) isCut.value = element.scrollHeight > element.clientHeight + 1;
    };
    measure();
    addEventListener('resize', measure);
    return () => removeEventListener('resize', measure);
  }, [subject]);

  return (
    <div class="subject">
      <h1 tabIndex={-1}>
        <span ref={line} class={isWhole.value ? '' : 'two-lines'} title={subject}>
          {subject}
        </span>
      </h1>
      {isCut.value && (
        <button
          type="button"
          class="quiet"
          aria-expanded={isWhole.value}
          aria-label={texts.value.ticket.wholeSubject}
          onClick={() => (isWhole.value = !isWhole.value)}
        >
          {isWhole.value ? '−' : '…'}
        </button>
      )}
    </div>
  );
};
