import { type ProblemDocument, type ProblemKind, problemStatus } from '../../schemas/problem.ts';

/** What a problem may tell beside its sentence. */
type ProblemExtras = Pick<ProblemDocument, 'detail' | 'errors' | 'changed'>;

/**
 * Something the caller can understand and act on. `code` is stable (`ticket.missing`), `message` is one
 * sentence for a person. Anything thrown that is not a Problem leaves as an opaque 500.
 */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly kind: ProblemKind;
  readonly code: string;
  readonly extras: ProblemExtras;

  constructor(
    kind: ProblemKind,
    code: string,
    message: string,
    extras: ProblemExtras & ErrorOptions = {},
  ) {
    const { cause, ...rest } = extras;
    super(message, cause === undefined ? undefined : { cause });
    this.kind = kind;
    this.code = code;
    this.extras = rest;
  }

  get status(): number {
    return problemStatus[this.kind];
  }
}

export const missing = (code: string, message: string) => new Problem('missing', code, message);
export const forbidden = (code: string, message: string) => new Problem('forbidden', code, message);
export const conflict = (code: string, message: string, extras: ProblemExtras = {}) =>
  new Problem('conflict', code, message, extras);
export const invalid = (code: string, message: string, extras: ProblemExtras = {}) =>
  new Problem('invalid', code, message, extras);
