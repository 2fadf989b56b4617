/** What the runner and the thread of one execution environment say to each other. */
export type Start = { modulePath: string; exportName: string };

export type Invocation = {
  /** The event as JSON text, as it crosses the wire in Lambda. */
  event: string;
  requestId: string;
  /** Epoch milliseconds at which the environment is ended. */
  deadline: number;
  functionArn: string;
  traceId: string;
  fault?: Fault;
};

/**
 * A death planned by a test or by chaos: the thread ends before its n-th call to the outside is
 * sent, or after the n-th answer arrived and before the function sees it. n counts from 1.
 */
export type Fault = { dies: 'before-call' | 'after-answer'; call: number };

export type FunctionError = { errorType: string; errorMessage: string; trace: string[] };

export type FromThread =
  | { kind: 'ready' }
  | { kind: 'initFailed'; error: FunctionError }
  | { kind: 'answer'; payload: string }
  | { kind: 'error'; error: FunctionError };

/** How an invocation ended. `unhandled` is true when the environment died with it. */
export type Outcome =
  | { kind: 'answer'; payload: string }
  | { kind: 'error'; error: FunctionError; unhandled: boolean };
