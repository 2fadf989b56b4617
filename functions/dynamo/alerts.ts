import { PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { AlertLine } from '../desk/alerts/digest.ts';
import { Problem } from '../desk/problem.ts';
import type { AlertStore } from '../desk/sending-stores.ts';
import { secondsAfter } from './expiry.ts';
import { alertKey, digestKey, digestLineKey, digestLinePrefix, digestPartition } from './keys.ts';
import { pack, unpack } from './packed.ts';
import { get, query } from './query.ts';
import type { Table } from './table.ts';
import { conditionally, transact } from './transact.ts';

const alertDays = 30;
const daySeconds = 86_400;
const windowSeconds = 60;
/** Rivals for one minute's row: each try fails only because another got on. */
const mostTries = 20;

const after = (now: string, seconds: number) =>
  new Date(Date.parse(now) + seconds * 1000).toISOString();

export const alertStore = (table: Table): AlertStore => ({
  claim: async ({ eventId, target, now, staleSeconds }) => {
    const key = alertKey(eventId, target);
    const saved = await conditionally(() =>
      table.client.send(
        new PutCommand({
          TableName: table.name,
          Item: {
            ...key,
            state: 'claimed',
            claimedAt: now,
            expiresAt: secondsAfter(now, alertDays * daySeconds),
          },
          // Race: the queue delivers one alert twice. The second finds it claimed; a claim left behind by a crash lapses.
          ConditionExpression:
            'attribute_not_exists(PK) OR (#state = :claimed AND claimedAt < :stale)',
          ExpressionAttributeNames: { '#state': 'state' },
          ExpressionAttributeValues: {
            ':claimed': 'claimed',
            ':stale': after(now, -staleSeconds),
          },
        }),
      ),
    );
    if (saved === 'saved') return 'saved';
    const found = await get(table, key);
    if (found?.['state'] === 'collected')
      return { window: String(found['window']), until: String(found['until']) };
    return found?.['state'] === 'claimed' ? 'claimed' : 'finished';
  },

  enter: async ({ eventId, target, now, most, line }) => {
    for (let tries = 1; tries <= mostTries; tries += 1) {
      const row = await get(table, digestKey(target));
      const window = row?.['window'];
      const until = String(row?.['until'] ?? '');
      if (typeof window !== 'string' || until <= now) {
        if ((await begin(table, target, now)) === 'saved') return 'go';
      } else if (Number(row?.['count']) < most) {
        if ((await count(table, target, { window, most })) === 'saved') return 'go';
      } else if (await collect(table, { eventId, target, now, window, until, line }))
        return { window, until };
    }
    throw new Problem('unavailable', 'table.busy', 'Too many alerts at once. Try again.');
  },

  close: async ({ target, window }) => {
    // A row that has moved on, or was closed by somebody who died then, is closed already.
    await conditionally(() =>
      table.client.send(
        new UpdateCommand({
          TableName: table.name,
          Key: { ...digestKey(target) },
          UpdateExpression: 'REMOVE #window',
          // Race: an alert joins just now. Its transaction holds the same condition, so it is in the list or in the next minute.
          ConditionExpression: '#window = :window',
          ExpressionAttributeNames: { '#window': 'window' },
          ExpressionAttributeValues: { ':window': window },
        }),
      ),
    );
    const partition = digestPartition(target);
    const prefix = digestLinePrefix(window);
    const lines: AlertLine[] = [];
    for (let last: string | undefined, isCut = true; isCut; ) {
      const page = await query(table, {
        partition,
        ...(last === undefined ? { prefix } : { after: last, before: `${prefix}~` }),
        limit: 1000,
      });
      lines.push(...page.items.map((item) => unpack<AlertLine>(item['line'])));
      last = page.items.at(-1)?.SK;
      isCut = page.isCut && last !== undefined;
    }
    return lines;
  },

  putOff: async ({ eventId, target, now, staleSeconds, seconds }) => {
    await table.client.send(
      new UpdateCommand({
        TableName: table.name,
        Key: { ...alertKey(eventId, target) },
        UpdateExpression: 'SET claimedAt = :at',
        ExpressionAttributeValues: { ':at': after(now, seconds - staleSeconds) },
      }),
    );
  },

  finish: async ({ eventId, target, now, outcome, detail }) => {
    await table.client.send(
      new UpdateCommand({
        TableName: table.name,
        Key: { ...alertKey(eventId, target) },
        UpdateExpression: 'SET #state = :outcome, finishedAt = :now, detail = :detail',
        ExpressionAttributeNames: { '#state': 'state' },
        ExpressionAttributeValues: {
          ':outcome': outcome,
          ':now': now,
          ':detail': detail?.slice(0, 500) ?? '',
        },
      }),
    );
  },
});

/** A new minute of the target, with its first alert. What an old one has collected stays for whoever tells it. */
const begin = (table: Table, target: string, now: string) =>
  conditionally(() =>
    table.client.send(
      new PutCommand({
        TableName: table.name,
        Item: {
          ...digestKey(target),
          window: now,
          until: after(now, windowSeconds),
          count: 1,
          expiresAt: secondsAfter(now, daySeconds),
        },
        // Race: many begin at once. One does, the others stand behind.
        ConditionExpression: 'attribute_not_exists(#window) OR #until <= :now',
        ExpressionAttributeNames: { '#window': 'window', '#until': 'until' },
        ExpressionAttributeValues: { ':now': now },
      }),
    ),
  );

const count = (table: Table, target: string, minute: { window: string; most: number }) =>
  conditionally(() =>
    table.client.send(
      new UpdateCommand({
        TableName: table.name,
        Key: { ...digestKey(target) },
        UpdateExpression: 'ADD #count :one',
        // Race: two take the last place of the minute. The second is collected.
        ConditionExpression: '#window = :window AND #count < :most',
        ExpressionAttributeNames: { '#window': 'window', '#count': 'count' },
        ExpressionAttributeValues: { ':one': 1, ':window': minute.window, ':most': minute.most },
      }),
    ),
  );

type Collecting = {
  readonly eventId: string;
  readonly target: string;
  readonly now: string;
  readonly window: string;
  readonly until: string;
  readonly line: AlertLine;
};

/** Writes the alert down in its minute; false when the minute was closed. */
const collect = async (table: Table, one: Collecting): Promise<boolean> => {
  const { eventId, target, now, window, until, line } = one;
  const { refused } = await transact(table, [
    {
      Put: {
        TableName: table.name,
        Item: {
          ...digestLineKey(target, window, eventId),
          line: pack(line),
          expiresAt: secondsAfter(now, daySeconds),
        },
      },
    },
    {
      Update: {
        TableName: table.name,
        Key: { ...alertKey(eventId, target) },
        UpdateExpression: 'SET #state = :collected, #window = :window, #until = :until',
        ExpressionAttributeNames: { '#state': 'state', '#window': 'window', '#until': 'until' },
        ExpressionAttributeValues: {
          ':collected': 'collected',
          ':window': window,
          ':until': until,
        },
      },
    },
    {
      Update: {
        TableName: table.name,
        Key: { ...digestKey(target) },
        UpdateExpression: 'ADD #count :one',
        // Race: somebody closes the minute to tell it. What came too late goes into the next.
        ConditionExpression: '#window = :window',
        ExpressionAttributeNames: { '#window': 'window', '#count': 'count' },
        ExpressionAttributeValues: { ':one': 1, ':window': window },
      },
    },
  ]);
  return refused.length === 0;
};
