import { describe, expect, test } from 'vitest';
import { anInbound } from '../../../test/make/an-inbound.ts';
import { memoryFiles } from '../../../test/make/memory-files.ts';
import type { IncomingFile } from '../../channels/channel.ts';
import { FetchRefused } from '../../channels/http/fetch-file.ts';
import { ScanFailed, type ScanFile } from '../../storage/scan-file.ts';
import type { IntakeDeps } from './intake-deps.ts';
import { storeFiles } from './store-files.ts';

const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const aFile = (
  name: string,
  { type = 'application/octet-stream', content = png }: { type?: string; content?: Buffer } = {},
): IncomingFile => ({ name, type, kind: 'regular', content });

const scans: ScanFile = async (content) =>
  Buffer.from(content).includes('evil')
    ? { verdict: 'infected', name: 'Evil' }
    : { verdict: 'clean' };
const store = (
  files: readonly IncomingFile[],
  over: Partial<IntakeDeps> = {},
  { receiveCount = 1, inbound = anInbound({ text: 'See here.' }) } = {},
) =>
  storeFiles(
    { files: memoryFiles(), download: async () => png, ...over },
    { inbound, files },
    receiveCount,
  );
const refusing = (code: string): Partial<IntakeDeps> => ({
  download: async () => {
    throw new FetchRefused(code, true);
  },
});

describe('a file that came', () => {
  test('has the type of its bytes', async () => {
    const files = memoryFiles();

    const { attachments } = await store([aFile('a.html', { type: 'text/html' })], { files });

    expect(attachments).toMatchObject([{ name: 'a.html', type: 'image/png' }]);
  });

  test('of a call is called by its content: a later one does not lie on it', async () => {
    const call = { id: 'CA1', direction: 'in', state: 'missed', startedAt: '' } as const;
    const inbound = anInbound({ kind: 'call', call });

    const one = await store([aFile('a.mp3')], {}, { inbound });
    const other = await store([aFile('b.mp3', { content: Buffer.from('b') })], {}, { inbound });

    expect(one.attachments[0]?.key).not.toBe(other.attachments[0]?.key);
  });
});

describe('a file that is not kept is named, with the reason', () => {
  const asked = (name: string, size?: number): IncomingFile => ({
    name,
    type: 'application/octet-stream',
    kind: 'regular',
    ref: 'r1',
    ...(size !== undefined && { size }),
  });

  test.each([
    ['could not be fetched', refusing('private-address'), 'file-missing'],
    ['too large', refusing('too-large'), 'file-too-big'],
  ])('%s', async (line, over, flag) => {
    const { text, attachments, flags } = await store([asked('bill.pdf')], over);

    expect(text).toBe(`See here.\n[file ${line}: bill.pdf]`);
    expect([attachments, flags]).toEqual([[], [flag]]);
  });

  test('too large as it says itself', async () => {
    const telegram = anInbound({ channel: 'telegram', text: '' });

    const { text } = await store([asked('film.mp4', 900_000_000)], {}, { inbound: telegram });

    expect(text).toBe('[file too large: film.mp4]');
  });

  test('infected: the others stay', async () => {
    const evil = aFile('evil.doc', { content: Buffer.from('evil') });

    const { text, attachments, flags } = await store([evil, aFile('a.png')], { scan: scans });

    expect(text).toContain('[file with a virus, not kept: evil.doc]');
    expect(attachments.map(({ name }) => name)).toEqual(['a.png']);
    expect(flags).toEqual(['virus']);
  });

  test('one more than an item holds', async () => {
    const many = Array.from({ length: 62 }, (_, index) => aFile(`${index}.png`));

    const { text, attachments, flags } = await store(many);

    expect(attachments).toHaveLength(60);
    expect(text).toContain('[file only in the original: 61.png]');
    expect(flags).toEqual(['files-left-out']);
  });
});

describe('while the scanner is away', () => {
  const away: Partial<IntakeDeps> = {
    scan: async () => {
      throw new ScanFailed('away');
    },
  };

  test('the message waits for it', async () => {
    await expect(store([aFile('a.png')], away)).rejects.toBeInstanceOf(ScanFailed);
  });

  test('but not for ever: unscanned files are named, not kept', async () => {
    const { text, attachments } = await store([aFile('a.png')], away, { receiveCount: 3 });

    expect(text).toContain('[file could not be scanned, not kept: a.png]');
    expect(attachments).toEqual([]);
  });
});
