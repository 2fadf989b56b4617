/** One request of the desk to a provider's server. */
export type OutsideRequest = {
  readonly method: string;
  /** Below the host, with its leading slash and without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** Address under which this host is reached here, for links in answers: `http://127.0.0.1:4600/_local/outside/<host>`. */
  readonly base: string;
};

/** `body`: bytes as they are, anything else as JSON. */
export type OutsideAnswer = {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
};

/** A provider's API, as strict as the real one in what it refuses. */
export type ProviderStandIn = (request: OutsideRequest) => OutsideAnswer;
