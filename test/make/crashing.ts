/** The process died here: what a crash between two steps looks like to the code. */
export class Crash extends Error {
  override readonly name = 'Crash';
}

type Moment = 'before' | 'after';

/**
 * The same dependencies, but the step-th call of any of their functions dies, before or after its effect, and every
 * call after that too: nothing of a dead process goes on. `steps` counts the calls made.
 */
export function crashingAt<Deps extends object>(deps: Deps, step: number, moment: Moment) {
  const count = { steps: 0 };
  const wrap = (value: unknown, owner: unknown): unknown => {
    if (typeof value === 'function')
      return async (...given: unknown[]): Promise<unknown> => {
        count.steps += 1;
        const mine = count.steps;
        if (mine > step || (mine === step && moment === 'before')) throw new Crash();
        const answer: unknown = await Reflect.apply(value, owner, given);
        if (mine === step) throw new Crash();
        return answer;
      };
    return value;
  };
  const wrapAll = (object: object): object =>
    Object.fromEntries(
      Object.entries(object).map(([name, value]: [string, unknown]) => {
        if (name === 'now') return [name, value];
        const isStore =
          typeof value === 'object' &&
          value !== null &&
          Object.values(value).some((inner) => typeof inner === 'function');
        return [name, isStore ? wrapAll(value) : wrap(value, object)];
      }),
    );
  return { deps: wrapAll(deps) as Deps, count };
}
