import { Worker } from 'node:worker_threads';
import type { FromThread, FunctionError, Invocation, Outcome } from './protocol.ts';

export type EnvironmentOptions = {
  modulePath: string;
  exportName: string;
  variables: Record<string, string>;
  memoryMegabytes: number;
  /** Called with each line the function prints. */
  onLine: (line: string) => void;
};

type Waiting = { resolve: (outcome: Outcome) => void; timer: NodeJS.Timeout };

/** Node's own choice is several times that, once per thread, for objects that live a moment. */
const YOUNG_MEGABYTES = 8;
/** Lambda gives a cold start ten seconds before the function's own time begins. */
const INIT_TIMEOUT_MILLISECONDS = 10_000;

/** One execution environment: a worker thread with its own variables, for one event at a time. */
export class Environment {
  readonly #worker: Worker;
  readonly #ready: Promise<FunctionError | undefined>;
  #waiting: Waiting | undefined;
  #ended: FunctionError | undefined;
  busy = false;
  lastUsedAt = Date.now();

  constructor(options: EnvironmentOptions) {
    this.#worker = new Worker(new URL('./thread.ts', import.meta.url), {
      workerData: { modulePath: options.modulePath, exportName: options.exportName },
      env: options.variables,
      argv: [],
      stdout: true,
      stderr: true,
      resourceLimits: {
        maxOldGenerationSizeMb: options.memoryMegabytes,
        maxYoungGenerationSizeMb: YOUNG_MEGABYTES,
      },
    });
    for (const stream of [this.#worker.stdout, this.#worker.stderr]) {
      readLines(stream, options.onLine);
    }
    this.#ready = this.#started();
    this.#worker.on('message', (message: FromThread) => this.#hear(message));
    this.#worker.on('error', (error) => {
      this.#end({
        errorType: error.name,
        errorMessage: error.message,
        trace: (error.stack ?? '').split('\n'),
      });
    });
    this.#worker.on('exit', (code) => {
      this.#end(runtimeExit(code));
    });
  }

  get isAlive(): boolean {
    return this.#ended === undefined;
  }

  /** Runs one event; never rejects. After an unhandled end the environment is dead. */
  async invoke(invocation: Omit<Invocation, 'deadline'>, timeoutSeconds: number): Promise<Outcome> {
    const failed = await this.#ready;
    if (failed ?? this.#ended) {
      await this.kill();
      return { kind: 'error', error: failed ?? this.#ended ?? runtimeExit(1), unhandled: true };
    }
    const outcome = await new Promise<Outcome>((resolve) => {
      const timer = setTimeout(() => {
        this.#end(timedOut(invocation.requestId, timeoutSeconds));
        void this.kill();
      }, timeoutSeconds * 1_000);
      this.#waiting = { resolve, timer };
      const deadline = Date.now() + timeoutSeconds * 1_000;
      // A thread has no target origin: the rule means windows.
      // oxlint-disable-next-line unicorn/require-post-message-target-origin
      this.#worker.postMessage({ ...invocation, deadline } satisfies Invocation);
    });
    this.lastUsedAt = Date.now();
    return outcome;
  }

  /** Ends the thread at once, in the middle of whatever it does, busy loops included. */
  async kill(): Promise<void> {
    this.#end(runtimeExit(1));
    await this.#worker.terminate();
  }

  #started(): Promise<FunctionError | undefined> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        resolve(runtimeExit(1));
      }, INIT_TIMEOUT_MILLISECONDS);
      const settle = (error: FunctionError | undefined): void => {
        clearTimeout(timer);
        resolve(error);
      };
      this.#worker.once('message', (message: FromThread) => {
        settle(message.kind === 'initFailed' ? message.error : undefined);
      });
      this.#worker.once('exit', () => settle(this.#ended ?? runtimeExit(1)));
    });
  }

  #hear(message: FromThread): void {
    if (message.kind === 'answer') this.#settle(message);
    if (message.kind === 'error') this.#settle({ ...message, unhandled: false });
  }

  #end(error: FunctionError): void {
    this.#ended ??= error;
    this.#settle({ kind: 'error', error: this.#ended, unhandled: true });
  }

  #settle(outcome: Outcome): void {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    if (!waiting) return;
    clearTimeout(waiting.timer);
    waiting.resolve(outcome);
  }
}

function runtimeExit(code: number): FunctionError {
  const errorMessage = `Runtime exited with error: exit status ${code}`;
  return { errorType: 'Runtime.ExitError', errorMessage, trace: [] };
}

function timedOut(requestId: string, seconds: number): FunctionError {
  const errorMessage = `${requestId} Task timed out after ${seconds.toFixed(2)} seconds`;
  return { errorType: 'Sandbox.Timedout', errorMessage, trace: [] };
}

function readLines(stream: NodeJS.ReadableStream, onLine: (line: string) => void): void {
  let rest = '';
  stream.setEncoding('utf8');
  stream.on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) onLine(line);
  });
  stream.on('end', () => {
    if (rest) onLine(rest);
  });
}
