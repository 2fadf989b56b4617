/** A file that came and is not kept. */
export type Refusal = {
  readonly name: string;
  readonly why: 'missing' | 'too-large' | 'virus' | 'unscanned' | 'left-out';
};

const reasons: Readonly<Record<Refusal['why'], readonly [line: string, flag: string]>> = {
  missing: ['file could not be fetched', 'file-missing'],
  'too-large': ['file too large', 'file-too-big'],
  virus: ['file with a virus, not kept', 'virus'],
  unscanned: ['file could not be scanned, not kept', 'file-unscanned'],
  'left-out': ['file only in the original', 'files-left-out'],
};

/** Names written out; of a mail with hundreds of files the rest is counted. */
const mostNamed = 40;

/** One line for each file, below the message's text: the agent can ask for it again by name. */
export const refusalLines = (refusals: readonly Refusal[]): readonly string[] => {
  const more = refusals.length - mostNamed;
  return [
    ...refusals.slice(0, mostNamed).map(({ name, why }) => `[${reasons[why][0]}: ${name}]`),
    ...(more > 0 ? [`[and ${more} more]`] : []),
  ];
};

export const flagOf = (why: Refusal['why']): string => reasons[why][1];
