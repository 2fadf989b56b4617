type Stopper = { run: () => unknown; drains: boolean };

/** Nobody waits longer than this for work in progress; it comes again after the next start. */
const DRAIN_MILLISECONDS = 3_000;

/** How to undo a start, also one that failed halfway: the newest part first. */
export class Stoppers {
  readonly #stoppers: Stopper[] = [];

  add(run: () => unknown): void {
    this.#stoppers.push({ run, drains: false });
  }

  /** A wait for running work, left out when the desk crashes. */
  addDraining(run: () => Promise<unknown>): void {
    this.#stoppers.push({ run, drains: true });
  }

  async stop(options: { drains: boolean }): Promise<void> {
    for (const { run, drains } of this.#stoppers.splice(0).reverse()) {
      if (!drains) await run();
      else if (options.drains) await Promise.race([run(), patience()]);
    }
  }
}

async function patience(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, DRAIN_MILLISECONDS).unref());
}
