import { detect } from 'chardet';
import { decoderFor } from './decoders.ts';
import { charsetOfLabel } from './labels.ts';

/** Enough for letter statistics; keeps the cost flat on large bodies. */
const sampleBytes = 8_192;

/** What unlabelled eight-bit text most likely is; windows-1252 when nothing speaks up. */
export function guessCharset(bytes: Buffer): string {
  const sample = eightBitSample(bytes);
  const cyrillic = cyrillicCharset(sample);
  if (cyrillic) return cyrillic;
  const found = charsetOfLabel(detect(sample) ?? undefined);
  if (found === undefined || found === 'utf-8' || found === 'us-ascii') return 'windows-1252';
  if (found.startsWith('utf-16') || found.startsWith('utf-32')) return 'windows-1252';
  // Short Western text is often taken for a rarer Latin page; 1252 shows the same letters.
  if (found === 'iso-8859-1' || found === 'iso-8859-9') return 'windows-1252';
  return decoderFor(found) ? found : 'windows-1252';
}

function eightBitSample(bytes: Buffer): Buffer {
  const first = bytes.findIndex((byte) => byte > 127);
  const start = Math.max(0, first - 64);
  return bytes.subarray(start, start + sampleBytes);
}

/**
 * Short Cyrillic (a subject, a name) gives too little for statistics over all languages, but the
 * pages differ plainly in where their small letters lie.
 */
function cyrillicCharset(sample: Buffer): string | undefined {
  let high = 0;
  for (const byte of sample) if (byte > 127) high++;
  if (high < 4) return undefined;
  let best: { charset: string; share: number } | undefined;
  for (const charset of ['windows-1251', 'koi8-r', 'ibm866'] as const) {
    const share = commonRussianShare(decoderFor(charset)?.(sample) ?? '', high);
    if (!best || share > best.share) best = { charset, share };
  }
  return best && best.share >= 0.72 ? best.charset : undefined;
}

/** Share of the non-ASCII letters that stand where Russian has them: small, common, in words. */
function commonRussianShare(text: string, high: number): number {
  const runs = text.match(/(?<![а-яё])[А-ЯЁ]?[а-яё]{2,}|[А-ЯЁ]{3,}/g) ?? [];
  let letters = 0;
  let common = 0;
  for (const run of runs) {
    letters += run.length;
    common += run.match(/[оеаинтсрвлкмдпуОЕАИНТСРВЛКМДПУ]/g)?.length ?? 0;
  }
  return letters === 0 ? 0 : (letters / high) * Math.min(1, common / letters / 0.62);
}
