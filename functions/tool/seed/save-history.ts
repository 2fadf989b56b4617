import { arrivalItem } from '../../dynamo/arrivals.ts';
import { deskStore } from '../../dynamo/desk-lists.ts';
import type { Table } from '../../dynamo/table.ts';
import { tallyStore } from '../../dynamo/tallies.ts';
import type { ArrivalHistory } from './arrival-history.ts';
import { saveItems } from './save-desk.ts';

const mostTries = 10;

/** Writes what came before; tally adds the tickets that are told to it. */
export const saveHistory = async (table: Table, history: ArrivalHistory): Promise<void> => {
  const { days, recent, peaks } = history;
  await saveItems(table, days.map(arrivalItem));
  // `stale`: an earlier try came so far.
  await deskStore(table).save('peaks', peaks, 0);
  const tallies = tallyStore(table);
  for (let tries = 1; tries <= mostTries; tries += 1) {
    const tally = await tallies.load();
    if ((await tallies.save({ ...tally, arrivals: recent })) === 'saved') return;
  }
  throw new Error('the counters changed all the time');
};
