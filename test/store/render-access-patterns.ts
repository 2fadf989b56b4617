import { listShards, tableIndexes } from '../../schemas/table.ts';
import { type AccessPattern, accessPatterns } from './access-patterns.ts';
import { arrivalAccessPatterns } from './arrival-access-patterns.ts';
import { chatAccessPatterns } from './chat-access-patterns.ts';
import { moreAccessPatterns } from './more-access-patterns.ts';
import { partitionLoads } from './partition-loads.ts';
import { presenceAccessPatterns } from './presence-access-patterns.ts';
import { sendingAccessPatterns } from './sending-access-patterns.ts';
import { writeCosts } from './write-costs.ts';

export const allAccessPatterns: readonly AccessPattern[] = [
  ...accessPatterns,
  ...moreAccessPatterns,
  ...sendingAccessPatterns,
  ...chatAccessPatterns,
  ...arrivalAccessPatterns,
  ...presenceAccessPatterns,
];

/** Columns padded as the formatter pads them. */
const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]) => {
  const texts = [head, ...rows].map((cells) => cells.map(String));
  const widths = head.map((_, at) => Math.max(3, ...texts.map((cells) => cells[at]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  const [first = [], ...others] = texts;
  return [line(first), line(widths.map((width) => '-'.repeat(width))), ...others.map(line)].join(
    '\n',
  );
};
/** A bar inside a key would end the cell. */
const code = (text: string) => `\`${text.replaceAll('|', '\\|')}\``;

const indexRows = tableIndexes.map(({ name, partition, sort, includes }) => [
  code(name),
  code(partition),
  code(sort),
  includes.length > 0 ? includes.map(code).join(', ') : 'keys only',
]);

const questionRows = allAccessPatterns.map(({ question, asks, where, key, cost }) => [
  question,
  code(asks),
  where,
  code(key),
  cost,
]);

const costRows = Object.values(writeCosts).map(({ operation, units, most }) => [
  operation,
  units,
  most,
]);

const loadRows = partitionLoads.map(({ partition, arithmetic, load, limit }) => [
  partition,
  arithmetic,
  load,
  limit,
]);

/** The page, from the same data that the stores and their tests read. */
export const renderAccessPatterns = (): string => `# What the table is asked

Written by \`npm run access-patterns\` from \`functions/dynamo/keys.ts\`, \`schemas/table.ts\` and the
figures of \`test/store\`; a test fails when it is out of date. One table, keys \`PK\` and \`SK\`, all strings. Reads of
the table are strongly consistent, reads of an index eventual.

## Indexes

${table(['index', 'partition', 'sort', 'carries'], indexRows)}

A projection cannot be changed once an index exists, so lists carry one packed attribute, \`summary\`. \`byCustomer\` does
not carry the assignee: taking a ticket writes one index less.

## Questions

${table(['question', 'asked by', 'where', 'key', 'cost'], questionRows)}

Instants in keys are epoch milliseconds in nine base-36 digits. Every condition in \`functions/dynamo\` names the race it
stops. A cursor holds a place, never a partition.

## What a change costs

Counted by \`test/store/budgets.test.ts\` from the consumed capacity the store returns, with texts as long as people write
them, in Cyrillic. The local database counts by the service's published rules (tried one by one): an item's size in whole
KB, twice in a transaction; an index entry only when it changes, twice when its key does, and once in a transaction.

${table(['operation', 'write units', 'at most'], costRows)}

- Tickets, lines and messages are deflated JSON with a fixed dictionary (\`packed.ts\`): a ticket of 1.6 KB takes about
  0.7 KB. As a map every change of a ticket would cost two units more.
- Events ride in the item of the message they come with. That somebody took a ticket stays with the ticket until the
  next entry is written: a claim is one conditional write and no transaction.
- An idempotency key is also the pointer by which an answer finds the ticket; a customer's id is derived from the first
  identity, which needs no pointer then.
- The one figure over the budget of ten is a message that rewrites every index. Leaving \`byAgent\` with its keys only
  would save the unit and make each look at one's own list of 20 tickets cost ten reads more.
- Every KB beyond the first of a long thread's ticket (references, participants) adds two units to each change.

## Partitions at 1,000 messages a second

A partition of the table or of an index takes 1,000 write units and 3,000 read units a second. Assumed: every message is
new or reopens, is answered at the same rate, and the busiest of ten topics has 30 % of them.

${table(['partition', 'arithmetic', 'units a second', 'limit'], loadRows)}

Shards are numbers in \`schemas/table.ts\` (now ${listShards.due} for due moments and one for a topic that is not named).
Raise a topic to \`messages a second × 6 / 500\`, rounded up, before it gets there; old items stay readable, because every
shard is asked. In sum about 30,000 write units a second with indexes: a table on demand begins at 4,000 and doubles
within 30 minutes of a new peak, so warm it before a known one, and ask for a table quota over 40,000.
`;
