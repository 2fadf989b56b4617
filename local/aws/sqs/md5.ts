import { createHash } from 'node:crypto';
import type { QueueMessageAttribute } from '../access.ts';

export function md5Of(text: string): string {
  return createHash('md5').update(text, 'utf8').digest('hex');
}

/**
 * MD5 over the attributes sorted by name; each name, type and value with its length in four bytes.
 * Source: SQS Developer Guide, "Calculating the MD5 message digest for message attributes".
 */
export function md5OfAttributes(attributes: Record<string, QueueMessageAttribute>): string {
  const hash = createHash('md5');
  const add = (bytes: Buffer): void => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    hash.update(length).update(bytes);
  };
  for (const [name, value] of Object.entries(attributes).sort(([a], [b]) => (a < b ? -1 : 1))) {
    add(Buffer.from(name));
    add(Buffer.from(value.DataType));
    const isBinary = value.DataType.startsWith('Binary');
    hash.update(Buffer.of(isBinary ? 2 : 1));
    add(
      isBinary
        ? Buffer.from(value.BinaryValue ?? '', 'base64')
        : Buffer.from(value.StringValue ?? ''),
    );
  }
  return hash.digest('hex');
}
