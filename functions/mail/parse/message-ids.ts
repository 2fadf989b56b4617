import { mailLimits } from '../limits.ts';
import { decodeWords } from '../mime/encoded-words.ts';

/**
 * Message ids without brackets, as many as the field holds: In-Reply-To also comes with several,
 * with prose (`message from Ann <id>`), or bare; folding may stand inside an id.
 */
export function parseMessageIds(raw: string): string[] {
  const value = raw.includes('=?') ? decodeWords(raw) : raw;
  const ids: string[] = [];
  for (const match of value.matchAll(/<([^<>]{1,998})>/g)) {
    const id = (match[1] as string).replace(/\s+/g, '');
    if (id !== '') ids.push(id);
    if (ids.length >= mailLimits.references) break;
  }
  if (ids.length > 0) return unique(ids);
  const bare = value.slice(0, 20_000).split(/[\s,;"']+/);
  const usable = bare.filter((piece) => piece.includes('@') && piece.length <= 998);
  return unique(usable.slice(0, mailLimits.references).map((id) => id.replace(/[<>]/g, '')));
}

function unique(ids: readonly string[]): string[] {
  return [...new Set(ids)];
}
