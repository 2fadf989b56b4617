import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { planDeath } from './planned-death.ts';
import type { FromThread, FunctionError, Invocation, Start } from './protocol.ts';

/** Runs in a worker thread: one execution environment, one event at a time. */
type Handler = (event: unknown, context: unknown) => unknown;

function say(message: FromThread): void {
  // A thread has no target origin: the rule means windows.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  parentPort?.postMessage(message);
}

function describe(error: unknown): FunctionError {
  if (!(error instanceof Error)) {
    return { errorType: typeof error, errorMessage: String(error), trace: [] };
  }
  const trace = (error.stack ?? '').split('\n');
  return { errorType: error.name, errorMessage: error.message, trace };
}

function contextOf({ requestId, deadline, functionArn }: Invocation): Record<string, unknown> {
  return {
    functionName: process.env['AWS_LAMBDA_FUNCTION_NAME'],
    functionVersion: process.env['AWS_LAMBDA_FUNCTION_VERSION'],
    memoryLimitInMB: process.env['AWS_LAMBDA_FUNCTION_MEMORY_SIZE'],
    logGroupName: process.env['AWS_LAMBDA_LOG_GROUP_NAME'],
    logStreamName: process.env['AWS_LAMBDA_LOG_STREAM_NAME'],
    invokedFunctionArn: functionArn,
    awsRequestId: requestId,
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
  };
}

async function load({ modulePath, exportName }: Start): Promise<Handler> {
  const loaded: Record<string, unknown> = await import(pathToFileURL(modulePath).href);
  const handler = loaded[exportName];
  if (typeof handler !== 'function') {
    throw Object.assign(new Error(`${exportName} is not exported by ${modulePath}`), {
      name: 'Runtime.HandlerNotFound',
    });
  }
  return (event, context) => handler(event, context);
}

async function run(handler: Handler, invocation: Invocation): Promise<void> {
  process.env['_X_AMZN_TRACE_ID'] = invocation.traceId;
  const callOff = invocation.fault ? planDeath(invocation.fault) : () => {};
  try {
    const answer = await handler(JSON.parse(invocation.event), contextOf(invocation));
    say({ kind: 'answer', payload: JSON.stringify(answer) ?? 'null' });
  } catch (error) {
    say({ kind: 'error', error: describe(error) });
  } finally {
    callOff();
  }
}

async function serve(start: Start): Promise<void> {
  try {
    const handler = await load(start);
    parentPort?.on('message', (invocation: Invocation) => {
      void run(handler, invocation);
    });
    say({ kind: 'ready' });
  } catch (error) {
    say({ kind: 'initFailed', error: describe(error) });
  }
}

await serve(workerData);
