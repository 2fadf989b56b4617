import type { IncomingHttpHeaders } from 'node:http';

const keptHeaders = [
  'content-type',
  'content-disposition',
  'content-language',
  'cache-control',
  'expires',
];

/** The headers of a put that reading gives back. */
export function writeHeaders(given: IncomingHttpHeaders): Record<string, string> {
  const kept: Record<string, string> = { 'content-type': 'binary/octet-stream' };
  for (const [name, value] of Object.entries(given)) {
    if (typeof value !== 'string') continue;
    if (keptHeaders.includes(name) || name.startsWith('x-amz-meta-')) kept[name] = value;
  }
  // `aws-chunked` describes the transfer, not the object.
  const encoding = (given['content-encoding'] ?? '').split(',').map((each) => each.trim());
  const own = encoding.filter((each) => each !== '' && each !== 'aws-chunked').join(',');
  if (own) kept['content-encoding'] = own;
  return kept;
}
