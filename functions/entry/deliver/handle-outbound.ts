import type { OutboundJob } from '../../../schemas/queue.ts';
import { ComeAgain, type Receipt } from '../../queue/batch.ts';
import { announceAlert } from './announce-alert.ts';
import { answerPostback } from './answer-postback.ts';
import { lookAfterConnection } from './connection-job.ts';
import type { DeliverDeps } from './deliver-deps.ts';
import { editMessage } from './edit-message.ts';
import { mailCopy } from './mail-copy.ts';
import type { Next } from './next.ts';
import { sendMessage } from './send-message.ts';

/** One job of the outbound queue: whatever has to be said to somebody outside. */
export const handleOutbound =
  (deps: DeliverDeps) =>
  async (job: OutboundJob, receipt: Pick<Receipt, 'handle' | 'receiveCount'>): Promise<void> => {
    const next = await doJob(deps, job, receipt.receiveCount);
    if (next.done) return;
    await deps.showAgain(receipt.handle, next.afterSeconds);
    throw new ComeAgain(`in ${next.afterSeconds} s`);
  };

const doJob = (deps: DeliverDeps, job: OutboundJob, receiveCount: number): Promise<Next> => {
  switch (job.kind) {
    case 'message':
      return sendMessage(deps, job);
    case 'alert':
      return announceAlert(deps, placeOf(job, job.eventId), receiveCount);
    case 'edit':
      return editMessage(deps, placeOf(job, job.messageId), receiveCount);
    case 'postback':
      return answerPostback(deps, job, receiveCount);
    case 'connection':
      return lookAfterConnection(deps, job);
    default:
      return mailCopy(deps, placeOf(job, job.messageId), receiveCount);
  }
};

const placeOf = (
  { ticketId, occurredAt }: { readonly ticketId: string; readonly occurredAt: string },
  id: string,
) => ({ ticketId, occurredAt, id });
