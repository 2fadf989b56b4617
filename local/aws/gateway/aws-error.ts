/** An error that leaves as the service itself would word it. */
export class AwsError extends Error {
  readonly code: string;
  readonly status: number;
  /** Further members of the error document, such as CancellationReasons. */
  readonly details: Record<string, unknown>;

  constructor(
    code: string,
    message: string,
    { status = 400, details = {} }: { status?: number; details?: Record<string, unknown> } = {},
  ) {
    super(message);
    this.name = code;
    this.code = code;
    this.status = status;
    this.details = details;
  }
}

/** What is not emulated says so; a guess would hide a difference from AWS until deployment. */
export function notEmulated(service: string, operation: string): AwsError {
  return new AwsError(
    'NotImplemented',
    `The local ${service} does not emulate ${operation}. Add it in local/aws or do without it.`,
    { status: 501 },
  );
}
