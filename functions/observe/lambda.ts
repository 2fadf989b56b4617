// oxlint-disable-next-line import/no-named-as-default -- its types declare the default export only
import middy, { type MiddlewareObj } from '@middy/core';
import type { Context } from 'aws-lambda';
import { currentInvocation, inInvocation } from './context.ts';
import { log } from './log.ts';

type Handle<Event, Result> = (event: Event, context: Context) => Promise<Result>;

/** Ends every invocation with one line: how long it took and what the handler summarized. */
const reportDuration = (): MiddlewareObj => {
  const startedAt = new WeakMap<object, number>();
  const report = (request: { readonly internal: object }, isFailed: boolean): void => {
    const invocation = currentInvocation();
    const from = startedAt.get(request.internal) ?? performance.now();
    log.info(isFailed ? 'invocation.failed' : 'invocation.done', {
      durationMs: Math.round((performance.now() - from) * 10) / 10,
      isColdStart: invocation?.isColdStart,
      ...invocation?.summary,
    });
  };
  return {
    before: (request) => void startedAt.set(request.internal, performance.now()),
    after: (request) => report(request, false),
    onError: (request) => report(request, true),
  };
};

/** The error is told once, whole; what leaves the function is its name only. */
const logFailure = (): MiddlewareObj => ({
  onError: (request) => log.error('invocation.error', {}, request.error),
});

/**
 * The stack around every function, listed once. middy runs `onError` from the last to the first: the failure is
 * logged, then the duration. Shortly before Lambda's own timeout middy rejects, so that a timeout is logged too.
 */
const stack = (): MiddlewareObj[] => [reportDuration(), logFailure()];

/** Lambda's own record of a failed invocation (and the stream's failure queue) must not carry messages either. */
class InvocationFailed extends Error {
  override readonly name = 'InvocationFailed';
}

const hideFailure = (requestId: string) => (): never => {
  throw new InvocationFailed(`request ${requestId} failed; its log lines say why`);
};

/**
 * Makes a deployed function. `make` parses the environment and wires what the handler needs; it runs at cold start,
 * and when it throws the reason is logged before Lambda reports the failed start.
 */
export const lambda = <Event, Result>(
  name: string,
  make: () => Handle<Event, Result>,
): Handle<Event, Result> => {
  const inner = madeOrLogged(name, make);
  const wrapped = middy<Event, Result>().use(stack()).handler(inner) as unknown as Handle<
    Event,
    Result
  >;
  let isColdStart = true;
  return (event, context) => {
    const invocation = { function: name, requestId: context.awsRequestId, isColdStart };
    isColdStart = false;
    return inInvocation(invocation, () =>
      wrapped(event, context).catch(hideFailure(context.awsRequestId)),
    );
  };
};

const madeOrLogged = <Made>(name: string, make: () => Made): Made => {
  try {
    return make();
  } catch (error) {
    log.error('function.start.failed', { function: name }, error);
    throw error;
  }
};
