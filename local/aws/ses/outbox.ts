import { mkdirSync } from 'node:fs';
import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { OutboxAccess, SentMail } from '../access.ts';

export interface Outbox extends OutboxAccess {
  keep: (mail: Omit<SentMail, 'file'>, raw: Buffer) => Promise<void>;
}

/** Every mail that left: `<id>.eml` as the receiver gets it and `<id>.json` about it. */
export function openOutbox(dataFolder: string): Outbox {
  const folder = join(dataFolder, 'outbox');
  mkdirSync(folder, { recursive: true });

  async function write(name: string, content: Buffer | string): Promise<void> {
    const temporary = join(folder, `${name}.part`);
    await writeFile(temporary, content);
    await rename(temporary, join(folder, name));
  }

  return {
    folder,
    async keep(mail, raw) {
      const sent: SentMail = { ...mail, file: join(folder, `${mail.messageId}.eml`) };
      // Nobody looks for the mail before its `.json` is there, so only that must appear whole.
      await writeFile(sent.file, raw);
      await write(`${mail.messageId}.json`, JSON.stringify(sent));
    },
    async list(limit) {
      const names = (await readdir(folder)).filter((name) => name.endsWith('.json'));
      // An id begins with its time in hex.
      const newest = names.sort().reverse().slice(0, limit);
      const texts = await Promise.all(newest.map((name) => readFile(join(folder, name), 'utf8')));
      return texts.map((text): SentMail => JSON.parse(text));
    },
    async raw(messageId) {
      if (!/^[\w-]+$/.test(messageId)) return undefined;
      return readFile(join(folder, `${messageId}.eml`)).catch(() => undefined);
    },
  };
}
