import type { IncomingMessage } from 'node:http';

export class BodyTooLarge extends Error {
  constructor() {
    super('The request body is larger than the gateway accepts');
    this.name = 'BodyTooLarge';
  }
}

/** @throws BodyTooLarge; the rest of such a body is read and dropped, so that the caller hears the answer. */
export async function readBody(request: IncomingMessage, mostBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= mostBytes) chunks.push(chunk);
  }
  if (size > mostBytes) throw new BodyTooLarge();
  return Buffer.concat(chunks, size);
}
