/** What a scanner says of a file's bytes. */
export type ScanVerdict =
  | { readonly verdict: 'clean' }
  /** `name`: what the scanner calls it. */
  | { readonly verdict: 'infected'; readonly name: string };

/** Looks through a file before it is stored. @throws ScanFailed when it could not be looked through */
export type ScanFile = (content: Uint8Array) => Promise<ScanVerdict>;

/** The scanner could not be asked or did not know: nothing is said about the file. */
export class ScanFailed extends Error {
  override readonly name = 'ScanFailed';
}
