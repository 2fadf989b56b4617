import { randomBytes, randomUUID } from 'node:crypto';
import { availableParallelism } from 'node:os';
import type { FunctionModel } from '../../template/model.ts';
import { Environment } from './environment.ts';
import type { FunctionLog } from './function-log.ts';
import type { Fault, Outcome } from './protocol.ts';

/**
 * More environments than cores only take turns and memory, and every one has to warm up: code that
 * has run ten times is several times slower than code that has run a thousand times.
 */
const MOST_ENVIRONMENTS = Math.min(4, Math.max(2, availableParallelism()));
/** A busy function gets another environment when somebody has waited this long for it. */
const PATIENCE_MILLISECONDS = 100;
/** An idle environment gives its memory back after this time. */
const IDLE_MILLISECONDS = 90_000;

export type LambdaOptions = {
  model: FunctionModel;
  variables: Record<string, string>;
  log: FunctionLog;
  /** Asked before every invocation: chaos, or what a test planned. */
  faultFor: (functionName: string) => Fault | undefined;
};

type Waiting = { event: string; resolve: (outcome: Outcome) => void };

const notRunning: Outcome = {
  kind: 'error',
  unhandled: true,
  error: { errorType: 'Runtime.Stopped', errorMessage: 'The desk is stopping', trace: [] },
};

/** A deployed function: environments that come with demand, and a line for what cannot run yet. */
export class LambdaFunction {
  readonly model: FunctionModel;
  readonly log: FunctionLog;
  readonly mostEnvironments: number;
  readonly #options: LambdaOptions;
  readonly #environments = new Set<Environment>();
  readonly #waiting: Waiting[] = [];
  readonly #reaper: NodeJS.Timeout;
  #stopped = false;
  #growing: NodeJS.Timeout | undefined;

  constructor(options: LambdaOptions) {
    this.#options = options;
    this.model = options.model;
    this.log = options.log;
    this.mostEnvironments = Math.min(
      MOST_ENVIRONMENTS,
      options.model.reservedConcurrency ?? MOST_ENVIRONMENTS,
    );
    this.#reaper = setInterval(() => this.#reap(), IDLE_MILLISECONDS / 4);
    this.#reaper.unref();
  }

  /** Runs the function; waits in line while all environments are busy. Never rejects. */
  invoke(event: unknown): Promise<Outcome> {
    return new Promise((resolve) => {
      if (this.#stopped) return resolve(notRunning);
      this.#waiting.push({ event: JSON.stringify(event), resolve });
      this.#next();
    });
  }

  /** Ends every environment in the middle of its work; answers how many were busy. */
  async kill(): Promise<number> {
    const environments = [...this.#environments];
    const busy = environments.filter((environment) => environment.busy).length;
    this.#environments.clear();
    await Promise.all(environments.map((environment) => environment.kill()));
    return busy;
  }

  /** Starts one environment ahead of the first event. */
  warm(): void {
    if (this.#environments.size === 0 && this.mostEnvironments > 0) this.#start();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearInterval(this.#reaper);
    clearTimeout(this.#growing);
    for (const { resolve } of this.#waiting.splice(0)) resolve(notRunning);
    await this.kill();
    await this.log.close();
  }

  #next(): void {
    if (this.#waiting.length === 0 || this.#stopped) return;
    const environment = this.#free();
    if (!environment) return;
    const { event, resolve } = this.#waiting.shift() ?? {};
    if (event === undefined || !resolve) return;
    void this.#take(environment, event, resolve);
  }

  async #take(
    environment: Environment,
    event: string,
    resolve: (outcome: Outcome) => void,
  ): Promise<void> {
    environment.busy = true;
    const outcome = await this.#run(environment, event);
    environment.busy = false;
    if (!environment.isAlive) this.#environments.delete(environment);
    resolve(outcome);
    this.#next();
  }

  #free(): Environment | undefined {
    for (const environment of this.#environments) {
      if (!environment.isAlive) this.#environments.delete(environment);
      else if (!environment.busy) return environment;
    }
    if (this.#environments.size === 0 && this.mostEnvironments > 0) return this.#start();
    this.#growLater();
    return undefined;
  }

  #growLater(): void {
    if (this.#growing || this.#environments.size >= this.mostEnvironments) return;
    const [oldest] = this.#waiting;
    this.#growing = setTimeout(() => {
      this.#growing = undefined;
      const isStillWaiting = oldest !== undefined && this.#waiting[0] === oldest;
      if (isStillWaiting && !this.#stopped) this.#start();
      this.#next();
    }, PATIENCE_MILLISECONDS);
  }

  #start(): Environment {
    const { model, variables, log } = this.#options;
    const environment = new Environment({
      modulePath: model.modulePath,
      exportName: model.exportName,
      variables,
      memoryMegabytes: model.memoryMegabytes,
      onLine: (line) => log.write(line),
    });
    this.#environments.add(environment);
    return environment;
  }

  async #run(environment: Environment, event: string): Promise<Outcome> {
    const { model, log, faultFor } = this.#options;
    const requestId = randomUUID();
    const traceId = `Root=1-${seconds()}-${randomBytes(12).toString('hex')};Sampled=0`;
    const outcome = await environment.invoke(
      { event, requestId, functionArn: model.arn, traceId, fault: faultFor(model.name) },
      model.timeoutSeconds,
    );
    if (outcome.kind === 'error') {
      log.write(JSON.stringify({ level: 'ERROR', requestId, ...outcome.error }));
    }
    return outcome;
  }

  #reap(): void {
    const before = Date.now() - IDLE_MILLISECONDS;
    for (const environment of this.#environments) {
      if (environment.busy || environment.lastUsedAt > before) continue;
      this.#environments.delete(environment);
      void environment.kill();
    }
  }
}

/** Epoch seconds in hex, as a trace id carries them. */
function seconds(): string {
  return Math.floor(Date.now() / 1_000).toString(16);
}
