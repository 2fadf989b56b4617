import { afterEach, describe, expect, test } from 'vitest';
import { aClamd, eicar } from '../../test/make/a-clamd.ts';
import { clamdScanner } from './clamd.ts';
import { ScanFailed } from './scan-file.ts';

const open: { close: () => void }[] = [];
afterEach(() => {
  for (const daemon of open.splice(0)) daemon.close();
});
const scanWith = async (over: Parameters<typeof aClamd>[0] = {}, timeoutMs = 10_000) => {
  const daemon = await aClamd(over);
  open.push(daemon);
  return { daemon, scan: clamdScanner({ ...daemon, timeoutMs }) };
};

describe('a file that clamd looks through', () => {
  test.each([0, 1, 64 * 1024, 200_000])('is sent whole: %i bytes', async (size) => {
    const { daemon, scan } = await scanWith();

    expect(await scan(Buffer.alloc(size, 'a'))).toEqual({ verdict: 'clean' });
    expect(daemon.scanned).toEqual([size]);
  });

  test('is infected by what it is found to be', async () => {
    const { scan } = await scanWith();

    expect(await scan(Buffer.concat([Buffer.alloc(70_000, 'a'), eicar]))).toEqual({
      verdict: 'infected',
      name: 'Eicar-Test-Signature',
    });
  });
});

describe('nothing is said', () => {
  test('about a file that is too large for it', async () => {
    const { scan } = await scanWith({ limitBytes: 10 });

    await expect(scan(Buffer.alloc(11))).rejects.toBeInstanceOf(ScanFailed);
  });

  test('when it does not answer', async () => {
    const { scan } = await scanWith({ isSilent: true }, 50);

    await expect(scan(Buffer.from('a'))).rejects.toBeInstanceOf(ScanFailed);
  });

  test('when nobody is there', async () => {
    const { daemon, scan } = await scanWith();
    daemon.close();

    await expect(scan(Buffer.from('a'))).rejects.toBeInstanceOf(ScanFailed);
  });
});
