import { join } from 'node:path';
import type { AwsServices } from '../aws/contract.ts';
import type { DeskModel } from '../template/model.ts';
import type { Faults } from './faults.ts';
import { FunctionLog } from './lambda/function-log.ts';
import { LambdaFunction } from './lambda/lambda-function.ts';
import { variablesOf } from './lambda/variables.ts';

export type FunctionSetOptions = {
  model: DeskModel;
  aws: AwsServices;
  rewrite: (text: string) => string;
  dataFolder: string;
  faults: Faults;
  /** On top of every function's own variables. */
  env?: Record<string, string>;
};

/** All functions of the desk by their names. */
export class FunctionSet {
  readonly #functions: Map<string, LambdaFunction>;

  constructor({ model, aws, rewrite, dataFolder, faults, env }: FunctionSetOptions) {
    const logs = join(dataFolder, 'logs');
    this.#functions = new Map(
      model.functions.map((item) => {
        const variables = variablesOf({ model: item, aws, region: model.region, rewrite });
        const lambda = new LambdaFunction({
          model: item,
          variables: { ...variables, ...env },
          log: new FunctionLog(logs, item.name),
          faultFor: (name) => faults.next(name),
        });
        return [item.name, lambda];
      }),
    );
  }

  /** By physical name, or by its last part (`intake` for `firstline-prod-intake`). @throws */
  named = (name: string): LambdaFunction => {
    const exact = this.#functions.get(name);
    if (exact) return exact;
    const [found] = [...this.#functions].filter(([known]) => known.endsWith(`-${name}`));
    if (!found) throw new Error(`There is no function ${name}`);
    return found[1];
  };

  async stop(): Promise<void> {
    await Promise.all([...this.#functions.values()].map((lambda) => lambda.stop()));
  }
}
