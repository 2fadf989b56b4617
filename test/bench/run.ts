import '../../local/node-version.cjs';
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { prepareAssembly } from '../../local/run/build/prepare-assembly.ts';
import { printFigure } from './figure.ts';
import { answerRate } from './measure/answers.ts';
import { bundleSizes, moduleLoads } from './measure/bundles.ts';
import { fileMailRates, mailLatency, mailRates } from './measure/mail.ts';
import { memoryWhen } from './measure/memory.ts';
import { promiseRate } from './measure/promises.ts';
import { reading } from './measure/reading.ts';
import { replyLatency } from './measure/replies.ts';
import { startTimes } from './measure/starts.ts';
import { webhookRates } from './measure/webhooks.ts';
import { writeUnits } from './measure/write-units.ts';
import type { Measurement, StillMeasurement } from './measurement.ts';
import { startStand } from './stand/start-stand.ts';

/** `npm run bench`: one JSON line per figure on the standard output. docs/MEASURES.md says what they mean. */
const HELP = `npm run bench -- [--only name[,name]] [--factor number] [--quick]
  --only    some measurements: {names}
  --factor  how much work, 1 by default; counts and the number of stored tickets follow it
  --quick   the same as --factor 0.1`;

const still: readonly StillMeasurement[] = [
  bundleSizes,
  moduleLoads,
  promiseRate,
  writeUnits,
  startTimes,
];
const onDesk: readonly Measurement[] = [
  memoryWhen('fresh'),
  mailRates,
  mailLatency,
  fileMailRates,
  webhookRates,
  answerRate,
  replyLatency,
  memoryWhen('after-load'),
  reading,
];

const names = [...new Set([...still, ...onDesk].map(({ name }) => name))];

function readFlags() {
  const { values } = parseArgs({
    options: {
      only: { type: 'string', multiple: true, default: [] },
      factor: { type: 'string' },
      quick: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const only = values.only.flatMap((list) => list.split(','));
  const unknown = only.filter((name) => !names.includes(name));
  const factor = Number(values.factor ?? (values.quick ? 0.1 : 1));
  const isAsked = values.help || unknown.length > 0 || !(factor > 0);
  return { only, factor, isAsked };
}

async function run(): Promise<void> {
  const { only, factor, isAsked } = readFlags();
  if (isAsked) {
    process.stdout.write(`${HELP.replace('{names}', names.join(', '))}\n`);
    return;
  }
  const isWanted = ({ name }: { readonly name: string }) =>
    only.length === 0 || only.includes(name);
  const scale = (count: number): number => Math.max(1, Math.round(count * factor));
  await prepareAssembly(`${import.meta.dirname}/../..`);
  printLoad('begin');
  for (const measurement of still.filter(isWanted))
    for await (const figure of measurement.run(scale)) printFigure(figure);
  const wanted = onDesk.filter(isWanted);
  if (wanted.length > 0) await runOnDesk(wanted, scale);
  printLoad('end');
}

async function runOnDesk(
  wanted: readonly Measurement[],
  scale: (count: number) => number,
): Promise<void> {
  const stand = await startStand();
  try {
    for (const measurement of wanted)
      for await (const figure of measurement.run(stand, scale)) printFigure(figure);
  } finally {
    await stand.stop();
  }
}

/** What else the machine did: figures of a busy one are worth little. */
function printLoad(when: string): void {
  const [minute = 0] = loadavg();
  printFigure({ name: `machine.load-average.${when}`, value: minute, unit: 'processes', n: 1 });
}

await run();
