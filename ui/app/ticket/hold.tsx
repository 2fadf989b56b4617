import type { Hold as HoldOf, Ticket } from '../../../schemas/ticket.ts';
import { Icon } from '../../parts/icon.tsx';
import { momentText, spanText } from '../../parts/time.ts';
import { colleagueNames, lineNames, now } from '../../state/desk.ts';
import { language } from '../../state/preferences.ts';
import { isMine } from '../../state/ticket-actions.ts';
import { texts } from '../../texts/texts.ts';

/** Until when a ticket is in somebody's hands unless they do something with it, and what becomes of it then. */
export const Hold = ({ ticket }: { ticket: Ticket }) => {
  const { hold, assigneeId } = ticket;
  const words = texts.value.lines;
  if (!hold || !assigneeId || ticket.status === 'closed' || ticket.status === 'spam') return null;
  const left = Date.parse(hold.until) - now.value;
  const until = momentText(hold.until, now.value, language.value);
  const span = spanText(left, language.value);
  const whose = isMine(ticket)
    ? words.holdMine(until, span)
    : words.holdOf(colleagueNames.value.get(assigneeId) ?? '…', until, span);
  return (
    <p class={left < soon ? 'ticket-hold soon' : 'ticket-hold'}>
      <Icon name="clock" /> {words.why[hold.why] && `${words.why[hold.why]}. `}
      {left > 0 ? whose : words.holdOver}, {thenText(hold)}.
    </p>
  );
};

/** Less than this is little, milliseconds. */
const soon = 5 * 60_000;

const thenText = ({ then }: HoldOf): string => {
  const words = texts.value.lines;
  if (!then) return words.thenQueue;
  return 'line' in then
    ? words.thenTo(lineNames.value.get(then.line) ?? then.line)
    : words.thenTo(colleagueNames.value.get(then.agentId) ?? '…');
};
