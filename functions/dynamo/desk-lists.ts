import type { Calendar } from '../../schemas/calendar.ts';
import type { ServicePromise } from '../../schemas/promise.ts';
import type { DeskLists, DeskStore, StoredList } from '../desk/settings-stores.ts';
import { auditStep } from './audit.ts';
import { batchGet } from './batch-get.ts';
import { deskListKey, deskListVersionKey, pinnedKey } from './keys.ts';
import { get } from './query.ts';
import { type Item, ofBearableSize, type Table } from './table.ts';
import { type Step, transact } from './transact.ts';

const names = [
  'topics',
  'lines',
  'calendars',
  'promises',
  'blocked',
  'routing',
  'tiers',
  'peaks',
  'alerts',
  'roles',
  'classifier',
] as const;

export const deskStore = (table: Table): DeskStore => ({
  load: async <K extends keyof DeskLists>(list: K) =>
    listOfItem<DeskLists[K]>(await get(table, deskListKey(list))),

  loadAll: async () => {
    const found = await batchGet(table, names.map(deskListKey));
    const lists = names.map((name) => [name, listOfItem(found.find(deskListKey(name)))] as const);
    return Object.fromEntries(lists.filter(([, list]) => list)) as Awaited<
      ReturnType<DeskStore['loadAll']>
    >;
  },

  save: async (list, items, expects, audit) => {
    const version = expects + 1;
    const stored = { version, items };
    const { refused } = await transact(table, [
      {
        Put: {
          TableName: table.name,
          Item: ofBearableSize({ ...deskListKey(list), ...stored }),
          // Race: two admins edit one list. The second loads again.
          ...(expects === 0
            ? { ConditionExpression: 'attribute_not_exists(PK)' }
            : {
                ConditionExpression: 'version = :expects',
                ExpressionAttributeValues: { ':expects': expects },
              }),
        },
      },
      putStep(table, { ...deskListVersionKey(list, version), ...stored }),
      ...pinnedItems(list, items).map((item) => pinStep(table, item)),
      ...(audit ? [auditStep(table, audit)] : []),
    ]);
    return refused.length === 0 ? 'saved' : 'stale';
  },

  loadPinned: async ({ calendars, promises }) => {
    const calendarKeys = calendars.map((ref) => pinnedKey('calendars', ref));
    const promiseKeys = promises.map((ref) => pinnedKey('promises', ref));
    const found = await batchGet(table, [...calendarKeys, ...promiseKeys]);
    return {
      calendars: calendarKeys.flatMap((key) => valueOf<Calendar>(found.find(key))),
      promises: promiseKeys.flatMap((key) => valueOf<ServicePromise>(found.find(key))),
    };
  },
});

const putStep = (table: Table, item: Item): Step => ({
  Put: { TableName: table.name, Item: ofBearableSize(item) },
});

/** A version that clocks may stand on is never rewritten with other content. */
const pinStep = (table: Table, item: Item): Step => ({
  Put: {
    TableName: table.name,
    Item: ofBearableSize(item),
    // Race: two editors give one version to different contents. `stale` makes the second look again.
    ConditionExpression: 'attribute_not_exists(PK) OR #value = :value',
    ExpressionAttributeNames: { '#value': 'value' },
    ExpressionAttributeValues: { ':value': item['value'] },
  },
});

/** Each calendar and promise also lies under its own version, which running clocks go on with. */
const pinnedItems = <K extends keyof DeskLists>(list: K, items: DeskLists[K]): readonly Item[] =>
  list === 'calendars' || list === 'promises'
    ? (items as readonly (Calendar | ServicePromise)[]).map((value) => ({
        ...pinnedKey(list, `${value.id}@${value.version}`),
        value,
      }))
    : [];

const listOfItem = <Items>(item: Item | undefined): StoredList<Items> | undefined =>
  item && { items: item['items'] as Items, version: Number(item['version']) };

const valueOf = <Value>(item: Item | undefined): readonly Value[] =>
  item ? [item['value'] as Value] : [];
