/** Bounds of one mail. SES takes at most 40 MB, so a larger one was not received by it. */
export const mailLimits = {
  rawBytes: 40 * 1024 * 1024,
  /** Nested multiparts; deeper ones are kept as one opaque part. */
  depth: 100,
  parts: 10_000,
  /** Of one header block; the rest of the block is ignored. */
  headerBytes: 1024 * 1024,
  headersPerPart: 2_000,
  /** Of one decoded header value shown to a person. */
  headerValueChars: 100_000,
  addresses: 1_000,
  references: 200,
  /** Of the text and of the HTML that are kept beside the raw mail. */
  textChars: 2_000_000,
  htmlChars: 2_000_000,
  /** Of one text part that are decoded: four for each character of HTML that is looked at. */
  textBytes: 16 * 1024 * 1024,
  links: 5_000,
  htmlDepth: 200,
  /** Lines that begin with `--` and might set parts apart. */
  delimiterLines: 200_000,
  attachments: 1_000,
} as const;
