import type { IncomingMessage } from 'node:http';
import { AwsError } from './aws-error.ts';

/** Bodies are kept in memory; nothing the desk stores comes near this. */
const maximumBodyBytes = 128 * 1024 * 1024;

export function readBody(request: IncomingMessage): Promise<Buffer> {
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
  const chunks: Buffer[] = [];
  let size = 0;
  request.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size <= maximumBodyBytes) chunks.push(chunk);
  });
  request.on('end', () => {
    if (size > maximumBodyBytes) {
      const text = `The local stand-ins take bodies of up to ${maximumBodyBytes} bytes.`;
      reject(new AwsError('NotImplemented', text, { status: 501 }));
      return;
    }
    const [first] = chunks;
    resolve(chunks.length === 1 && first ? first : Buffer.concat(chunks));
  });
  request.on('error', reject);
  return promise;
}
