import * as z from 'zod';
import { ClockInstance } from '../../schemas/clock.ts';
import type { Language } from '../../schemas/primitives.ts';
import { Ticket } from '../../schemas/ticket.ts';
import { explain } from '../desk/promises/explain.ts';
import { instancesOf } from '../desk/promises/instance-of.ts';
import { allInstances } from '../desk/promises/preview.ts';

const Ending = z.looseObject({ ended: z.array(ClockInstance).optional() });

/** Sentences about every clock of a ticket, from what the API answers; bundled as `dist/tools/explain-promise.mjs`. */
export const explainPromise = (found: {
  readonly ticket: unknown;
  readonly entries: readonly unknown[];
  readonly language: Language;
  /** IANA zone in which moments are written. */
  readonly timeZone: string;
}): string[] => {
  const { clocks } = Ticket.pick({ clocks: true }).parse(found.ticket);
  const ended = found.entries.flatMap((entry) => Ending.parse(entry).ended ?? []);
  const instances = allInstances(ended, clocks ? instancesOf(clocks) : []);
  if (instances.length === 0) return ['Nothing is promised on this ticket.'];
  return explain(instances, found);
};
