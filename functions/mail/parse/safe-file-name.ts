import { cleanLine } from '../mime/clean-text.ts';

/** Path parts and control characters go; at most 200 characters, the extension stays. */
export function safeFileName(raw: string): string {
  const base = cleanLine(raw).split(/[/\\]/).at(-1)?.trim() ?? '';
  const plain = base.replace(/[<>:"|?*]/g, '_').replace(/^\.+/, '');
  if (plain.length <= 200) return plain;
  const extension = /\.[A-Za-z0-9]{1,10}$/.exec(plain)?.[0] ?? '';
  return plain.slice(0, 200 - extension.length).toWellFormed() + extension;
}
