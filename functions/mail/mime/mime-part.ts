import type { StructuredValue } from './structured-value.ts';

/** A header field as it stood: unfolded, 8-bit bytes already decoded, RFC 2047 words not yet. */
export interface RawHeader {
  readonly name: string;
  readonly raw: string;
}

/** A node of the MIME tree; offsets point into the mail's bytes. */
export interface MimePart {
  readonly headers: readonly RawHeader[];
  /** `type` is lower-case and never empty. */
  readonly type: string;
  readonly contentType: StructuredValue;
  readonly disposition: StructuredValue;
  /** As written; see transfer.ts. */
  readonly encoding: string;
  readonly contentId?: string;
  readonly contentLocation?: string;
  readonly children: MimePart[];
  readonly bodyStart: number;
  bodyEnd: number;
}

export function rawHeaderOf(part: { headers: readonly RawHeader[] }, name: string): string {
  return part.headers.find((header) => header.name.toLowerCase() === name)?.raw ?? '';
}
