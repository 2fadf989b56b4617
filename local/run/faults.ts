import type { Fault } from './lambda/protocol.ts';

/** A death a test asks for: the next `times` invocations of this function. */
export type PlannedFault = Fault & { functionName: string; times?: number };

/** Share of invocations chaos ends in mid-flight, and the last call at which it may do so. */
const CHAOS_SHARE = 0.02;
const CHAOS_LAST_CALL = 12;

/** Decides before each invocation whether it will die; chaos repeats by its seed. */
export class Faults {
  readonly #planned: Required<PlannedFault>[] = [];
  readonly #random: (() => number) | undefined;

  constructor(seed: number | undefined) {
    this.#random = seed === undefined ? undefined : mulberry32(seed);
  }

  plan(fault: PlannedFault): void {
    this.#planned.push({ ...fault, times: fault.times ?? 1 });
  }

  next(functionName: string): Fault | undefined {
    const planned = this.#planned.find(
      (fault) => fault.times > 0 && fault.functionName === functionName,
    );
    if (planned) {
      planned.times -= 1;
      return { dies: planned.dies, call: planned.call };
    }
    if (!this.#random || this.#random() >= CHAOS_SHARE) return undefined;
    const call = 1 + Math.floor(this.#random() * CHAOS_LAST_CALL);
    return { dies: this.#random() < 0.5 ? 'before-call' : 'after-answer', call };
  }
}

/** A small generator with a seed (Tommy Ettinger's mulberry32, public domain). */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
