import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { chromiumFolder } from './chromium-folder.ts';

/** No sandbox: tests run as root in containers, and open pages of this desk only. */
const args = ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--disable-quic'];

/**
 * A headless Chromium: the one at `CHROMIUM_PATH` if it is given, else the one that came with `npm ci`, which
 * needs nothing installed on the machine but the C library that Node itself needs.
 */
export async function openBrowser(): Promise<Browser> {
  const given = process.env['CHROMIUM_PATH'];
  if (given) return chromium.launch({ executablePath: given, args });
  const folder = await chromiumFolder();
  return chromium.launch({
    executablePath: join(folder, 'chromium'),
    args,
    env: {
      ...process.env,
      LD_LIBRARY_PATH: [join(folder, 'al2023', 'lib'), process.env['LD_LIBRARY_PATH']]
        .filter(Boolean)
        .join(':'),
      FONTCONFIG_PATH: join(folder, 'fonts'),
    },
  });
}
