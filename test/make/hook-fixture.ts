import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HookChannel } from '../../schemas/primitives.ts';

const folderOf = (channel: HookChannel) =>
  join(import.meta.dirname, '..', 'fixtures', 'hooks', channel);

/** Names of a channel's fixtures, without their ending. */
export const hookFixtures = (channel: HookChannel): readonly string[] =>
  readdirSync(folderOf(channel))
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length));

/** A hook's body as its provider shapes it: ours, with invented people. */
export const hookFixture = (channel: HookChannel, name: string): Buffer =>
  readFileSync(join(folderOf(channel), `${name}.json`));
