import { bookOf } from '../../../functions/desk/promises/book.ts';
import { startClocks } from '../../../functions/desk/promises/clocks.ts';
import { defaultCalendars, defaultPromises } from '../../../functions/desk/promises/defaults.ts';
import { pinUse, selectPromise } from '../../../functions/desk/promises/select-promise.ts';
import type { StillMeasurement } from '../measurement.ts';

const year = Date.UTC(2026, 0, 1);
/** Apart enough that two hundred thousand openings spread over a whole year, nights and holidays included. */
const stepMilliseconds = 157_000;
const topics = ['payouts', 'bug', 'partnership', 'legal'];

/** A new ticket's clocks: the promise is picked and pinned, due time and warnings found in its office hours. */
export const promiseRate: StillMeasurement = {
  name: 'promise',
  run: function* (scale) {
    const calendars = defaultCalendars('Europe/Berlin');
    const book = bookOf(defaultPromises, calendars);
    const compute = (index: number): void => {
      const topic = topics[index % topics.length] ?? '';
      const promise = selectPromise(defaultPromises, { topic, channel: 'mail' });
      const at = new Date(year + index * stepMilliseconds).toISOString();
      const use = promise && pinUse(promise, 'normal', calendars);
      const clocks = startClocks(
        { kind: 'created', at, openedBy: 'customer', priority: 'normal', ...(use && { use }) },
        book,
      );
      if (clocks.running.length === 0) throw new Error(`nothing is promised for ${topic}`);
    };
    const count = scale(200_000);
    for (let index = 0; index < count / 20; index += 1) compute(index);
    const from = performance.now();
    for (let index = 0; index < count; index += 1) compute(index);
    const minutes = (performance.now() - from) / 60_000;
    yield { name: 'promise.computations', value: count / minutes, unit: '1/min', n: count };
  },
};
