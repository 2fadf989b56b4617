import type { Ticket } from '../../../schemas/ticket.ts';
import { isNarrow } from '../../parts/narrow.ts';
import { fullMomentText, momentText } from '../../parts/time.ts';
import { lineNames, now } from '../../state/desk.ts';
import { language } from '../../state/preferences.ts';
import { texts } from '../../texts/texts.ts';

/** What the line before wants this one to know, so that nobody asks the customer again. On a phone it unfolds. */
export const HandOver = ({ ticket }: { ticket: Ticket }) => {
  const { handOver } = ticket;
  if (!handOver) return null;
  const nameOf = (line: string) => lineNames.value.get(line) ?? line;
  const { by, from, to, at, summary } = handOver;
  return (
    <details class="hand-over" open={!isNarrow.value}>
      <summary>
        <b>{texts.value.lines.handedOver(by.name, nameOf(from), nameOf(to))}</b>{' '}
        <time class="hint" dateTime={at} title={fullMomentText(at, language.value)}>
          {momentText(at, now.value, language.value)}
        </time>
      </summary>
      <p class="said" tabIndex={0}>
        {summary}
      </p>
    </details>
  );
};
