import type { InboundJob } from '../../../schemas/queue.ts';
import type { ObjectStore } from '../../storage/object-store.ts';

/** What SES writes below the prefix to see whether it may. */
const setUpObject = /AMAZON_SES_SETUP_NOTIFICATION$/;

/** The key of a job's bytes in the raw bucket; undefined when the job carries all there is. */
export function rawKeyOf(job: InboundJob): string | undefined {
  if ('notificationType' in job) return job.receipt.action.objectKey;
  if (job.kind === 'replay') return job.key;
  return job.kind === 'hook' ? job.bodyKey : undefined;
}

/**
 * The bytes a job is about; undefined for SES's own test object. Rejects when an object is missing: the message stays
 * on the queue and ends in the dead letters, where somebody looks.
 */
export async function readBytes(
  raw: Pick<ObjectStore, 'get'>,
  job: InboundJob,
): Promise<Uint8Array | undefined> {
  const key = rawKeyOf(job);
  if (key === undefined)
    return Buffer.from('kind' in job && job.kind === 'hook' ? (job.body ?? '') : '', 'base64');
  if (setUpObject.test(key)) return undefined;
  const bytes = await raw.get(key);
  if (!bytes) throw new Error(`no object ${key} in the raw bucket`);
  return bytes;
}
