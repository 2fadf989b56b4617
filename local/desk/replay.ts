import { parseArgs } from 'node:util';
import { type Command, print, remark, UsageError } from './command.ts';
import { type Place, placeOf } from './place.ts';
import { openTool } from './tool.ts';

/** `functions/tool/replay.ts`. */
type ReplayTool = {
  replay: (
    request: Place & {
      from: string;
      to: string;
      isDryRun: boolean;
      say: (line: string) => void;
    },
  ) => Promise<{ found: number; queued: number }>;
};

export const replay: Command = {
  summary: 'feed stored raw mail of a time range through intake again',
  help: `npm run -s desk -- replay --from <time> --to <time> [--dry-run] [--aws]

Mail that was taken already changes nothing, so a range may be replayed as often as you like.
  --from, --to  when the mail was stored: 2026-11-22T10:00:00Z, 2026-11-22 or "2 hours ago"; --to is now unless given
  --dry-run     count only
  --aws         the deployed desk of desk.config.ts, with the AWS credentials of the environment; else the local one

Example
  npm run -s desk -- replay --from 2026-11-22T08:00:00Z --to 2026-11-22T10:00:00Z`,
  run: async (args) => {
    const { values } = parseArgs({
      args,
      options: {
        from: { type: 'string' },
        to: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
        aws: { type: 'boolean', default: false },
      },
    });
    if (values.from === undefined)
      throw new UsageError('Say from when: replay --from 2026-11-22T08:00:00Z');
    const from = momentOf(values.from, { isEnd: false });
    const to =
      values.to === undefined ? new Date().toISOString() : momentOf(values.to, { isEnd: true });
    if (from > to) throw new UsageError(`--from ${from} is later than --to ${to}.`);
    const place = await placeOf(values);
    const tool = await openTool<ReplayTool>('replay');
    const isDryRun = values['dry-run'];
    const { found, queued } = await tool.replay({ ...place, from, to, isDryRun, say: remark });
    print(JSON.stringify({ from, to, found, queued }));
    return isDryRun || queued === found ? 0 : 1;
  },
};

const units = { minute: 60_000, hour: 3_600_000, day: 86_400_000 } as const;

/** A bare date means its first moment, or as an end its last one (UTC). */
function momentOf(written: string, { isEnd }: { isEnd: boolean }): string {
  const ago = /^(\d{1,5}) (minute|hour|day)s? ago$/.exec(written);
  if (ago) {
    const unit = units[ago[2] as keyof typeof units];
    return new Date(Date.now() - Number(ago[1]) * unit).toISOString();
  }
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(written);
  const time = Date.parse(isDay && isEnd ? `${written}T23:59:59.999Z` : written);
  if (Number.isNaN(time))
    throw new UsageError(`"${written}" is no time. Write 2026-11-22T08:00:00Z or "2 hours ago".`);
  return new Date(time).toISOString();
}
