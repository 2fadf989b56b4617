/** API Gateway's token bucket: `burst` at once, refilled by `ratePerSecond`. */
export class Throttle {
  readonly #burst: number;
  readonly #ratePerSecond: number;
  #tokens: number;
  #at: number;

  /** @param now milliseconds of any steady clock */
  constructor({ burst, ratePerSecond }: { burst: number; ratePerSecond: number }, now: number) {
    this.#burst = burst;
    this.#ratePerSecond = ratePerSecond;
    this.#tokens = burst;
    this.#at = now;
  }

  take(now: number): boolean {
    const refilled = this.#tokens + ((now - this.#at) / 1_000) * this.#ratePerSecond;
    this.#tokens = Math.min(this.#burst, refilled);
    this.#at = now;
    if (this.#tokens < 1) return false;
    this.#tokens -= 1;
    return true;
  }
}
