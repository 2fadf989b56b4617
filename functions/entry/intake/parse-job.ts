import { InboundJob } from '../../../schemas/queue.ts';

/** Something on the queue that carries no message. */
export type NoJob = { readonly kind: 'none' };

/**
 * The job in a queue message. SNS greets a new subscription with a sentence instead of JSON; SES tells of events that
 * are no mail. Those are taken off the queue.
 * @throws ZodError for JSON of another shape, which belongs to the dead letters.
 */
export function parseJob(body: string): InboundJob | NoJob {
  if (/^Successfully validated SNS topic/i.test(body)) return { kind: 'none' };
  const value: unknown = JSON.parse(body);
  const type = (value as { notificationType?: unknown } | null)?.notificationType;
  if (type !== undefined && type !== 'Received') return { kind: 'none' };
  return InboundJob.parse(contactEventOf(value) ?? value);
}

/** EventBridge puts a contact event on the queue as it is. */
function contactEventOf(value: unknown): unknown {
  const event = value as { 'detail-type'?: unknown; time?: unknown; detail?: unknown } | null;
  if (event?.['detail-type'] !== 'Amazon Connect Contact Event') return undefined;
  return { kind: 'contact-event', time: event.time, detail: event.detail };
}
