import { readHeaderBlock } from './header-block.ts';
import { type MimePart, rawHeaderOf } from './mime-part.ts';
import { parseStructuredValue, type StructuredValue } from './structured-value.ts';

/** Reads the fields of the part that begins at `start`; its body runs to the end until cut. */
export function openPart(
  bytes: Buffer,
  start: number,
  fallbackType: string,
  problems: Set<string>,
): MimePart {
  const block = readHeaderBlock(bytes, start, bytes.length);
  for (const problem of block.problems) problems.add(problem);
  const contentType = contentTypeOf(block.headers, problems);
  const contentId = rawHeaderOf(block, 'content-id').replace(/^[\s<]+|[\s>]+$/g, '');
  const contentLocation = rawHeaderOf(block, 'content-location').trim();
  return {
    headers: block.headers,
    type: normalType(contentType.value) ?? fallbackType,
    contentType,
    disposition: parseStructuredValue(rawHeaderOf(block, 'content-disposition')),
    encoding: rawHeaderOf(block, 'content-transfer-encoding'),
    ...(contentId !== '' && { contentId }),
    ...(contentLocation !== '' && { contentLocation }),
    children: [],
    bodyStart: block.bodyStart,
    bodyEnd: bytes.length,
  };
}

/** Of several Content-Types the first is taken, unless only a later one can be used. */
function contentTypeOf(
  headers: readonly { name: string; raw: string }[],
  problems: Set<string>,
): StructuredValue {
  const all = headers.filter((header) => header.name.toLowerCase() === 'content-type');
  if (all.length > 1) problems.add('duplicate-content-type');
  const values = all.map((header) => parseStructuredValue(header.raw));
  const usable = values.find(
    (value) =>
      normalType(value.value) !== undefined &&
      (!value.value.startsWith('multipart/') || value.params.has('boundary')),
  );
  return usable ?? values[0] ?? { value: '', params: new Map() };
}

/** `text` alone, `text/` and the like are found in old mail. */
function normalType(value: string): string | undefined {
  const match = /^([a-z0-9!#$&^_.+-]{1,100})\/([a-z0-9!#$&^_.+-]{1,150})/.exec(value);
  if (match) return `${match[1]}/${match[2]}`;
  if (value === 'text' || value === 'text/' || value === 'plain') return 'text/plain';
  if (value === 'html') return 'text/html';
  return undefined;
}
