import { AwsError } from '../gateway/aws-error.ts';
import type { Answer, Call } from '../gateway/call.ts';
import type { ObjectEntry } from './object-index.ts';

/** `response-content-type=…` and others in the query replace the stored headers. */
const overrides = [
  'content-type',
  'content-disposition',
  'content-encoding',
  'content-language',
  'cache-control',
  'expires',
] as const;

/** GetObject and HeadObject: conditions, one range, overrides. */
export function readAnswer(
  call: Pick<Call, 'method' | 'headers' | 'query'>,
  entry: ObjectEntry,
  body: Buffer | undefined,
): Answer {
  const { headers: asked, query } = call;
  if (asked['if-match'] !== undefined && !namesTag(asked['if-match'], entry.eTag)) {
    throw new AwsError(
      'PreconditionFailed',
      'At least one of the pre-conditions you specified did not hold',
      {
        status: 412,
      },
    );
  }
  const headers: Record<string, string> = {
    ...entry.headers,
    etag: entry.eTag,
    'last-modified': new Date(entry.modifiedAt).toUTCString(),
    'accept-ranges': 'bytes',
    'x-amz-server-side-encryption': 'AES256',
  };
  for (const name of overrides) {
    const value = query.get(`response-${name}`);
    if (value !== null) headers[name] = value;
  }
  if (asked['if-none-match'] !== undefined && namesTag(asked['if-none-match'], entry.eTag)) {
    return { status: 304, headers, body: '' };
  }
  const range = asked.range === undefined ? undefined : rangeOf(asked.range, entry.size);
  if (range || asked['x-amz-checksum-mode'] !== 'ENABLED') {
    // A checksum is of the whole object: SDKs would check a part against it.
    for (const name of Object.keys(headers))
      if (name.startsWith('x-amz-checksum-')) delete headers[name];
  }
  const { start, end } = range ?? { start: 0, end: entry.size - 1 };
  headers['content-length'] = String(end - start + 1);
  if (range) headers['content-range'] = `bytes ${start}-${end}/${entry.size}`;
  return { status: range ? 206 : 200, headers, body: body?.subarray(start, end + 1) ?? '' };
}

function namesTag(header: string, eTag: string): boolean {
  return (
    header === '*' ||
    header.split(',').some((tag) => tag.trim().replace(/^(?:W\/)?"?|"$/g, '') === eTag.slice(1, -1))
  );
}

/** Undefined for a header S3 ignores: another unit, or several ranges. */
function rangeOf(header: string, size: number): { start: number; end: number } | undefined {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(header) ?? [];
  if (from === '' && to === '') return undefined;
  const start = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  const end = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1);
  if (start > end) {
    throw new AwsError('InvalidRange', 'The requested range is not satisfiable', { status: 416 });
  }
  return { start, end };
}
