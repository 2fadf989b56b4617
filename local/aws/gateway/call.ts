import type { IncomingHttpHeaders } from 'node:http';
import type { RequestContext } from '../iam/condition.ts';
import type { AwsError } from './aws-error.ts';

/** One request, its caller known and its body whole. */
export interface Call {
  method: string;
  /** As received, percent-encoded. */
  path: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  body: Buffer;
  /** The part of X-Amz-Target after the dot; empty for REST services. */
  operation: string;
  caller: Caller;
  /** Aborted when the caller hangs up, so that a long poll takes no message for nobody. */
  gone: AbortSignal;
}

export interface Caller {
  /** Role name, or `operator`. */
  name: string;
  isOperator: boolean;
  /** @throws AwsError AccessDeniedException in AWS's words. */
  require: (action: string, resourceArn: string, context?: RequestContext) => void;
  /** Asks without it being a denial, where the service only words its answer by it. */
  can: (action: string, resourceArn: string) => boolean;
}

export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string | Uint8Array;
}

/** A stand-in for one AWS service. */
export interface Service {
  answer: (call: Call) => Answer | Promise<Answer>;
  /** The error document in the service's protocol. */
  refuse: (error: AwsError) => Answer;
}
