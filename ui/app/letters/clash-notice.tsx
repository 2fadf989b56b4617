import type { Clash } from './entering.ts';
import { words } from './words.ts';

type Props = { clash: Clash; onAnyway: () => void };

/** The number is taken, or the scans are there already: which ticket that is, and how to go on. */
export const ClashNotice = ({ clash: { isDuplicate, ticketId }, onAnyway }: Props) => {
  const all = words.value;
  return (
    <p class="letter-clash" role="alert">
      {isDuplicate ? all.duplicate : all.registered}{' '}
      {ticketId && (
        <a href={`/tickets/${ticketId}`} target="_blank" rel="noopener">
          {all.open(ticketId.replace('tkt_', ''))}
        </a>
      )}{' '}
      {isDuplicate && (
        <button type="button" class="link" onClick={onAnyway}>
          {all.enterAnyway}
        </button>
      )}
    </p>
  );
};
