import { parseArgs } from 'node:util';
import { type Command, print, remark, UsageError } from './command.ts';
import { type Place, placeOf } from './place.ts';
import { openTool } from './tool.ts';

type DeadLetters = { name: string; count: number; arn: string };
/** `functions/tool/redrive.ts`. */
type RedriveTool = {
  listDeadLetters: (place: Place) => Promise<DeadLetters[]>;
  redrive: (
    place: Place,
    dead: DeadLetters,
    say: (line: string) => void,
  ) => Promise<{ moved: number; status: string }>;
};

export const redrive: Command = {
  summary: 'put the dead letters of a queue back on it',
  help: `npm run -s desk -- redrive [<queue>] [--aws]

Without a name it lists the queues and how many dead letters each has. A name is as the list has it: inbound, outbound,
feedback, topic-payouts. docs/RUNBOOK.md says what to look at before.
  --aws  the deployed desk of desk.config.ts, with the AWS credentials of the environment; else the local one

Example
  npm run -s desk -- redrive inbound`,
  run: async (args) => {
    const { positionals, values } = parseArgs({
      args,
      allowPositionals: true,
      options: { aws: { type: 'boolean', default: false } },
    });
    if (positionals.length > 1) throw new UsageError('Name one queue at a time.');
    const place = await placeOf(values);
    const tool = await openTool<RedriveTool>('redrive');
    const all = await tool.listDeadLetters(place);
    const [name] = positionals;
    if (name === undefined) return list(all);
    const dead = all.find((one) => one.name === name || `${place.prefix}-${one.name}` === name);
    if (!dead) {
      const names = all.map((one) => one.name).join(', ');
      throw new UsageError(`There is no queue "${name}" with dead letters. There are: ${names}`);
    }
    if (dead.name === 'stream')
      throw new UsageError(
        'The stream’s dead letters are positions and no messages; they cannot be put back. See "Stream dead letters" in docs/RUNBOOK.md.',
      );
    if (dead.count === 0) {
      remark(`${dead.name} has no dead letters.`);
      print(JSON.stringify({ queue: dead.name, moved: 0, status: 'COMPLETED' }));
      return 0;
    }
    const { moved, status } = await tool.redrive(place, dead, remark);
    print(JSON.stringify({ queue: dead.name, moved, status }));
    return status === 'COMPLETED' ? 0 : 1;
  },
};

/** Those with dead letters first. */
function list(all: readonly DeadLetters[]): number {
  const sorted = all.toSorted((a, b) => b.count - a.count || a.name.localeCompare(b.name));
  for (const { name, count } of sorted) print(`${String(count).padStart(6)}  ${name}`);
  return 0;
}
