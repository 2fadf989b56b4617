import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'firstline-desk-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The command as the operator types it, on a folder where no desk ever ran. */
function desk(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['local/desk.ts', ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, FIRSTLINE_DATA: folder },
  });
  return { status, stdout, stderr };
}

describe('the desk command', () => {
  it('explains many files in one process and says with its status that one failed', () => {
    const broken = join(folder, 'broken.eml');
    writeFileSync(broken, '');
    const whole = 'test/fixtures/mail/bounces/gmail.hard.eml';

    const { status, stdout } = desk('explain', 'mail', whole, broken, join(folder, 'absent.eml'));

    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(status).toBe(1);
    expect(lines.map((line) => line.verdict ?? line.error.code)).toEqual([
      'bounce',
      'mail.empty',
      'ENOENT',
    ]);
  }, 60_000);

  it('ends with 0 when every file was understood', () => {
    const { status } = desk('explain', 'mail', 'test/fixtures/mail/bounces/gmail.hard.eml');

    expect(status).toBe(0);
  });

  it.each([
    ['an unknown command', ['bounce'], 'There is no command "bounce"'],
    ['an unknown option', ['replay', '--since', 'x'], "Unknown option '--since'"],
    ['a time that is none', ['replay', '--from', 'yesterday'], '"yesterday" is no time'],
    ['nothing to explain', ['explain', 'ticket'], 'mail, hook or promise'],
    [
      'a header without a colon',
      ['explain', 'hook', 'telegram', 'x', '--header', 'a'],
      'no header',
    ],
    ['a desk that does not run', ['redrive'], 'npm start'],
    ['a person nobody knows', ['token', 'x@y.example'], 'Nobody has the address'],
  ])('says what to do about %s', (_what, args, said) => {
    const { status, stderr } = desk(...args);

    expect(status).toBe(2);
    expect(stderr).toContain(said);
  });

  it('takes no credentials that are no object, and names none of a desk that does not run', () => {
    expect(desk('secret').stderr).toContain('Name one connection');
    expect(desk('secret', 'telegram-main', '"text"').stderr).toContain('JSON object');
    expect(desk('secret', 'telegram-main').status).toBe(2);
  });

  it('helps with examples', () => {
    const { status, stdout } = desk('help', 'explain');

    expect(status).toBe(0);
    expect(stdout).toContain('Examples');
  });
});
