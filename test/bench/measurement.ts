import type { Figure } from './figure.ts';
import type { Stand } from './stand/start-stand.ts';

/** How much work the benchmark does: 1 is the default run, less is quicker and noisier. */
export type Scale = (count: number) => number;

/** A group of figures. Groups run in the order of the list and share one desk. */
export type Measurement = {
  readonly name: string;
  readonly run: (stand: Stand, scale: Scale) => AsyncIterable<Figure> | Iterable<Figure>;
};

/** What needs no running desk. */
export type StillMeasurement = {
  readonly name: string;
  readonly run: (scale: Scale) => AsyncIterable<Figure> | Iterable<Figure>;
};
