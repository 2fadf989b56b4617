import { randomUUID } from 'node:crypto';
import type { RunningDesk } from '../../local/run/running-desk.ts';
import { mailboxes } from './letters.ts';

/**
 * Gives the desk a mail as SES does, past SMTP: bytes in the bucket and the notification on the queue. For what SMTP
 * cannot do: a mail without bytes, one received an hour ago.
 */
export async function receiveMail(
  { aws, model }: Pick<RunningDesk, 'aws' | 'model'>,
  { raw, from, at = new Date() }: { raw: string; from: string; at?: Date },
): Promise<void> {
  const [rule] = model.receiptRules;
  const topic = model.topics.find(({ name }) => name === rule?.topicName);
  if (!rule || !topic) throw new Error('the template receives no mail');
  const timestamp = at.toISOString();
  const objectKey = `${rule.prefix}${randomUUID()}`;
  await aws.objects.put(rule.bucketName, objectKey, Buffer.from(raw));
  const passed = { status: 'PASS' };
  const received = {
    notificationType: 'Received',
    mail: { timestamp, source: from, messageId: objectKey, destination: [mailboxes.support] },
    receipt: {
      timestamp,
      recipients: [mailboxes.support],
      spfVerdict: passed,
      dkimVerdict: passed,
      action: { type: 'S3', bucketName: rule.bucketName, objectKey },
    },
  };
  await aws.publish(topic.name, JSON.stringify(received));
}
