/** Long polls that wait for a queue to have something visible. */
export interface Waiters {
  /** Resolves at a wake-up of the queue, at `until`, or when the signal aborts. */
  wait: (queue: string, until: number, signal?: AbortSignal) => Promise<void>;
  wake: (queue: string) => void;
  wakeAll: () => void;
}

export function makeWaiters(now: () => number = Date.now): Waiters {
  const waiting = new Map<string, Set<() => void>>();

  function wait(queue: string, until: number, signal?: AbortSignal): Promise<void> {
    if (signal?.aborted) return Promise.resolve();
    const { promise, resolve } = Promise.withResolvers<void>();
    const sleepers = waiting.get(queue) ?? new Set();
    waiting.set(queue, sleepers);
    const done = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      sleepers.delete(done);
      resolve();
    };
    // Rounded up, so that a message due in 0.4 ms is visible when the sleeper looks again.
    const timer = setTimeout(done, Math.max(1, Math.ceil(until - now())));
    signal?.addEventListener('abort', done, { once: true });
    sleepers.add(done);
    return promise;
  }

  function wake(queue: string): void {
    for (const done of waiting.get(queue) ?? []) done();
  }

  return { wait, wake, wakeAll: () => [...waiting.keys()].forEach(wake) };
}
