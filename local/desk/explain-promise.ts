import { parseArgs } from 'node:util';
import * as z from 'zod';
import { mintToken } from '../run/sign-in/mint-token.ts';
import { readPeople } from '../run/sign-in/people.ts';
import { print, UsageError } from './command.ts';
import { dataFolder, runningLocalDesk } from './data-folder.ts';
import { openTool } from './tool.ts';

/** `functions/tool/explain-promise.ts`. */
type PromiseTool = {
  explainPromise: (found: {
    ticket: unknown;
    entries: readonly unknown[];
    language: 'en' | 'ru';
    timeZone: string;
  }) => string[];
};

const Page = z.object({
  ticket: z.looseObject({ number: z.number() }),
  entries: z.array(z.unknown()),
  cursor: z.string().optional(),
});

/** Sentences about what was promised on a ticket of the local desk, what happened to it and how it ended. */
export async function explainPromise(args: string[]): Promise<number> {
  const { positionals, values } = parseArgs({
    args,
    allowPositionals: true,
    options: { language: { type: 'string', default: 'en' } },
  });
  const number = /^(?:tkt_|#)?(\d{1,12})$/.exec(positionals[0] ?? '')?.[1];
  if (number === undefined || positionals.length > 1)
    throw new UsageError('Name one ticket by its number: explain promise 1042');
  const { language } = values;
  if (language !== 'en' && language !== 'ru')
    throw new UsageError(`Sentences are there in en and ru, not in "${language}".`);
  const found = await readTicket(`tkt_${number}`);
  const tool = await openTool<PromiseTool>('explain-promise');
  for (const line of tool.explainPromise({ ...found, language, timeZone: 'UTC' })) print(line);
  return 0;
}

/** The ticket with its whole timeline, page by page. */
async function readTicket(ticketId: string) {
  const { about } = await runningLocalDesk();
  const folder = dataFolder();
  const [reader] = readPeople(folder);
  if (!reader) throw new UsageError('The local desk has no people yet.');
  const authorization = `Bearer ${await mintToken({ dataFolder: folder, email: reader.email })}`;
  const entries: unknown[] = [];
  let cursor: string | undefined;
  for (;;) {
    const url = new URL(`/api/tickets/${ticketId}`, about.base);
    if (cursor !== undefined) url.searchParams.set('cursor', cursor);
    const answer = await fetch(url, { headers: { authorization } });
    if (answer.status === 404) throw new UsageError(`There is no ticket ${ticketId.slice(4)}.`);
    if (!answer.ok) throw new Error(`${url.pathname} answered ${answer.status}`);
    const page = Page.parse(await answer.json());
    entries.unshift(...page.entries);
    cursor = page.cursor;
    if (cursor === undefined) return { ticket: page.ticket, entries };
  }
}
