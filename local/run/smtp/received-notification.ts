import type { ReceiptRuleModel } from '../../template/model.ts';
import type { Envelope } from './added-headers.ts';
import { type HeaderField, valuesOf } from './header-fields.ts';
import type { Verdicts } from './verdicts.ts';

/** SES cuts the list of headers here; the raw mail keeps them all. */
const HEADERS_BYTES = 10 * 1024;

/**
 * The `Received` notification of SES's S3 action: envelope and verdicts, never the content.
 * Source: "Contents of notifications for Amazon SES email receiving".
 */
export function receivedNotification(options: {
  id: string;
  envelope: Envelope;
  rule: ReceiptRuleModel;
  topicArn: string;
  objectKey: string;
  fields: readonly HeaderField[];
  verdicts: Verdicts;
  now: Date;
  tookMilliseconds: number;
}): Record<string, unknown> {
  const { id, envelope, rule, fields, verdicts, now } = options;
  const { headers, headersTruncated } = cut(fields);
  return {
    notificationType: 'Received',
    mail: {
      timestamp: now.toISOString(),
      source: envelope.from,
      messageId: id,
      destination: envelope.recipients,
      headersTruncated,
      headers,
      commonHeaders: commonHeaders(envelope, fields),
    },
    receipt: {
      timestamp: now.toISOString(),
      processingTimeMillis: Math.round(options.tookMilliseconds),
      recipients: envelope.recipients,
      spamVerdict: { status: rule.scans ? verdicts.spam : 'DISABLED' },
      virusVerdict: { status: rule.scans ? verdicts.virus : 'DISABLED' },
      spfVerdict: { status: verdicts.spf },
      dkimVerdict: { status: verdicts.dkim },
      dmarcVerdict: { status: verdicts.dmarc },
      ...(verdicts.dmarc === 'FAIL' ? { dmarcPolicy: verdicts.policy } : {}),
      action: {
        type: 'S3',
        topicArn: options.topicArn,
        bucketName: rule.bucketName,
        objectKeyPrefix: rule.prefix,
        objectKey: options.objectKey,
      },
    },
  };
}

function cut(fields: readonly HeaderField[]) {
  const headers: HeaderField[] = [];
  let size = 0;
  for (const field of fields) {
    size += field.name.length + field.value.length;
    if (size > HEADERS_BYTES) break;
    headers.push(field);
  }
  return { headers, headersTruncated: headers.length < fields.length };
}

function commonHeaders(envelope: Envelope, fields: readonly HeaderField[]) {
  const addresses = (name: string): Record<string, string[]> => {
    const all = valuesOf(fields, name).flatMap((value) => value.split(/,(?![^"]*"[^"]*$)/));
    return all.length > 0 ? { [name]: all.map((one) => one.trim()) } : {};
  };
  const text = (name: string, key: string): Record<string, string> => {
    const [value] = valuesOf(fields, name);
    return value === undefined ? {} : { [key]: value };
  };
  return {
    returnPath: envelope.from,
    ...addresses('from'),
    ...addresses('to'),
    ...addresses('cc'),
    ...text('date', 'date'),
    ...text('message-id', 'messageId'),
    ...text('subject', 'subject'),
  };
}
