import { complain, say } from '../../parts/toast.tsx';
import { call } from '../../state/desk.ts';
import { refreshQueues } from '../../state/queues.ts';
import { texts } from '../../texts/texts.ts';

let isTaking = false;

/** Claims the next right ticket and goes there; says so when nothing is left. Pressing twice takes one. */
export const takeNext = async (route: (path: string) => void): Promise<void> => {
  if (isTaking) return;
  isTaking = true;
  try {
    const { ticket } = await call('takeNextTicket', { body: {} });
    if (ticket) route(`/tickets/${ticket.id}`);
    else say(texts.value.nav.noneLeft);
    void refreshQueues();
  } catch (error) {
    complain(error);
  } finally {
    isTaking = false;
  }
};
