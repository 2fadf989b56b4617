import { decodeText } from '../charset/decode-text.ts';
import { cleanBody, cleanLine } from '../mime/clean-text.ts';
import { decodeWords } from '../mime/encoded-words.ts';
import { readHeaderBlock } from '../mime/header-block.ts';
import type { MimePart } from '../mime/mime-part.ts';
import type { MailHeader, ReportPart } from '../parsed-mail.ts';
import { partContent } from './read-text-part.ts';

/** Field groups of the machine-readable parts; of a returned mail only its headers. */
export function readReports(
  bytes: Buffer,
  parts: readonly MimePart[],
  problems: Set<string>,
): ReportPart[] {
  return parts.slice(0, 50).map((part) => {
    const content = partContent(bytes, part, problems);
    const returned = /rfc822|global$|partial$/.test(part.type);
    return {
      type: part.type,
      groups: readGroups(content, returned ? 1 : 500),
      text: cleanBody(decodeText(content.subarray(0, 20_000)).text),
    };
  });
}

/** RFC 3464 sets fields of one recipient apart by blank lines; some MTAs write several. */
function readGroups(content: Buffer, most: number): MailHeader[][] {
  const groups: MailHeader[][] = [];
  let at = 0;
  while (at < content.length && groups.length < most) {
    while (content[at] === 10 || content[at] === 13) at++;
    const block = readHeaderBlock(content, at, content.length);
    if (block.headers.length > 0) groups.push(block.headers.map(readable));
    if (block.bodyStart <= at) break;
    at = block.bodyStart;
  }
  return groups;
}

export function readable(header: { name: string; raw: string }): MailHeader {
  return { name: header.name, value: cleanLine(decodeWords(header.raw)) };
}
