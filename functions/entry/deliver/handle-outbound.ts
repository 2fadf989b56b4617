import type { OutboundJob } from '../../../schemas/queue.ts';
import { ComeAgain, type Receipt } from '../../queue/batch.ts';
import { announceAlert } from './announce-alert.ts';
import type { DeliverDeps } from './deliver-deps.ts';
import type { Next } from './next.ts';
import { sendMessage } from './send-message.ts';

/** One job of the outbound queue: a message to send or an alert to announce. */
export const handleOutbound =
  (deps: DeliverDeps) =>
  async (job: OutboundJob, receipt: Pick<Receipt, 'handle' | 'receiveCount'>): Promise<void> => {
    const next = await doJob(deps, job, receipt.receiveCount);
    if (next.done) return;
    await deps.showAgain(receipt.handle, next.afterSeconds);
    throw new ComeAgain(`in ${next.afterSeconds} s`);
  };

const doJob = (deps: DeliverDeps, job: OutboundJob, receiveCount: number): Promise<Next> => {
  const { ticketId, occurredAt } = job;
  return job.kind === 'message'
    ? sendMessage(deps, { ticketId, occurredAt, id: job.messageId })
    : announceAlert(deps, { ticketId, occurredAt, id: job.eventId }, receiveCount);
};
