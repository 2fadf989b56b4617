import { type HeaderField, valuesOf } from './header-fields.ts';

export type Verdict = 'PASS' | 'FAIL' | 'GRAY' | 'PROCESSING_FAILED';
export type Check = 'spam' | 'virus' | 'spf' | 'dkim' | 'dmarc';
export type Verdicts = Record<Check, Verdict> & { policy?: 'none' | 'quarantine' | 'reject' };

const WISH = /\b(spam|virus|spf|dkim|dmarc|policy)=([a-z_]+)/gi;

/**
 * Nobody checks signatures on loopback: everything passes, unless the mail itself asks otherwise
 * in a header such as `X-Local-Verdict: spam=FAIL dmarc=FAIL policy=reject`. Only this stand-in
 * reads that header; a deployed desk never does.
 */
export function verdictsOf(fields: readonly HeaderField[]): Verdicts {
  const verdicts: Verdicts = {
    spam: 'PASS',
    virus: 'PASS',
    spf: 'PASS',
    dkim: 'PASS',
    dmarc: 'PASS',
  };
  for (const wish of valuesOf(fields, 'x-local-verdict').join(' ').matchAll(WISH)) {
    const [, check = '', value = ''] = wish;
    const name = check.toLowerCase();
    if (name === 'policy') verdicts.policy = policyOf(value);
    else if (isCheck(name)) verdicts[name] = verdictOf(value);
  }
  if (verdicts.dmarc === 'FAIL') verdicts.policy ??= 'reject';
  return verdicts;
}

const isCheck = (name: string): name is Check =>
  ['spam', 'virus', 'spf', 'dkim', 'dmarc'].includes(name);

function verdictOf(value: string): Verdict {
  const known: Verdict[] = ['PASS', 'FAIL', 'GRAY', 'PROCESSING_FAILED'];
  return known.find((verdict) => verdict === value.toUpperCase()) ?? 'GRAY';
}

function policyOf(value: string): Verdicts['policy'] {
  const known = ['none', 'quarantine', 'reject'] as const;
  return known.find((policy) => policy === value.toLowerCase());
}
