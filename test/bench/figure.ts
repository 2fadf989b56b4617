/** One line of the benchmark's output. */
export type Figure = {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** Operations measured. */
  readonly n: number;
  /** Milliseconds. */
  readonly p50?: number;
  readonly p99?: number;
  /** Resident memory of all processes of the desk when the measurement ended, MB. */
  readonly rss_mb?: number;
  /** Processor seconds that the desk took meanwhile. */
  readonly cpu_s?: number;
};

/** The value below which this share of the samples lies (nearest rank). */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = Float64Array.from(samples).sort();
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

export const rounded = (value: number): number => Number(value.toPrecision(4));

export function printFigure(figure: Figure): void {
  const entries = Object.entries(figure).map(([name, value]) => [
    name,
    typeof value === 'number' ? rounded(value) : value,
  ]);
  process.stdout.write(`${JSON.stringify(Object.fromEntries(entries))}\n`);
}
