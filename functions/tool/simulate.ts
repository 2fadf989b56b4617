import { parseArgs } from 'node:util';
import { Policy } from '../../schemas/simulation.ts';
import { StageFault } from '../desk/simulation/stage.ts';
import { DayFault, readDay } from './simulate/read-day.ts';
import { simulate, simulateTelling } from './simulate/run.ts';
import { sentenceOf, tableOf } from './simulate/table.ts';

/** `npm run -s simulate -- day.json`: a day on a virtual clock, by the desk's own rules. docs/SIMULATION.md. */
const help = `npm run -s simulate -- <day.json> [--json] [--total] [--told] [--seed <n>] [--days <n>] [--policy <name> …]

Plays the day once for each policy, with the same customers, and prints what it was like. The file's fields are in
docs/SIMULATION.md, examples in docs/simulations.

  --json     one JSON document instead of the table; seconds and parts of one
  --total    only the line of all topics
  --told     also how true "within x" turns out, as acknowledgements would have said it
  --seed     another day of the same kind
  --days     so many days instead of the file's
  --policy   one of ${Policy.options.join(', ')}; may be repeated

Exit status: 0 done, 2 wrongly asked or a file that is no day.

Example
  npm run -s simulate -- docs/simulations/ordinary-day.json`;

const print = (line: string) => process.stdout.write(`${line}\n`);
const remark = (line: string) => process.stderr.write(`${line}\n`);

const wholeNumber = (name: string, text: string | undefined): number | undefined => {
  if (text === undefined) return undefined;
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new DayFault(`--${name} takes a whole number, not "${text}"`);
};

const policyOf = (name: string): Policy => {
  const policy = Policy.safeParse(name);
  if (policy.success) return policy.data;
  throw new DayFault(`There is no policy "${name}". There are: ${Policy.options.join(', ')}`);
};

const run = (args: string[]): void => {
  const { positionals, values } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      total: { type: 'boolean', default: false },
      told: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
      seed: { type: 'string' },
      days: { type: 'string' },
      policy: { type: 'string', multiple: true },
    },
  });
  if (values.help) return void print(help);
  const [file] = positionals;
  if (file === undefined || positionals.length > 1)
    throw new DayFault('Name one file: npm run -s simulate -- docs/simulations/ordinary-day.json');
  const read = readDay(file);
  const day = {
    ...read,
    seed: wholeNumber('seed', values.seed) ?? read.seed,
    days: wholeNumber('days', values.days) ?? read.days,
    policies: values.policy?.map(policyOf) ?? read.policies,
  };
  const reports = simulate({ day, onProgress: remark });
  const told = values.told ? simulateTelling(day) : undefined;
  if (values.json)
    return void print(JSON.stringify({ day: day.name, seed: day.seed, reports, told }));
  for (const line of tableOf(reports, { isTotalOnly: values.total })) print(line);
  if (told) print(sentenceOf(told));
};

// `… | head` has seen enough: no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});
try {
  run(process.argv.slice(2));
} catch (error) {
  const isUsage =
    error instanceof DayFault ||
    error instanceof StageFault ||
    String((error as { code?: unknown }).code).startsWith('ERR_PARSE');
  if (!isUsage) throw error;
  remark(`${(error as Error).message}\nHelp: npm run -s simulate -- --help`);
  process.exitCode = 2;
}
