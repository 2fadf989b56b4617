/** GSM 03.38's basic alphabet: one septet each. */
const basic = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
/** Its extension: an escape and a septet. */
const extended = new Set('\f^{}\\[~]|€');

export type SmsSegments = {
  /** `ucs-2` when one character is outside GSM 03.38, such as `’`, `ы` or an emoji; it halves what fits. */
  readonly encoding: 'gsm-7' | 'ucs-2';
  readonly segments: number;
  /** Septets or UTF-16 units used, and how many more fit into the last segment. */
  readonly used: number;
  readonly left: number;
};

/**
 * How many short messages a text is, and costs. One alone holds 160 septets or 70 units; in a longer one each holds
 * 153 or 67, and neither an escape with its septet nor a surrogate pair is torn between two.
 */
export function smsSegments(text: string): SmsSegments {
  const characters = [...text];
  const isGsm = characters.every((one) => basic.has(one) || extended.has(one));
  const widths = characters.map((one) => (isGsm ? (extended.has(one) ? 2 : 1) : one.length));
  const used = widths.reduce((sum, width) => sum + width, 0);
  const encoding = isGsm ? 'gsm-7' : 'ucs-2';
  const alone = isGsm ? 160 : 70;
  if (used <= alone) return { encoding, segments: used === 0 ? 0 : 1, used, left: alone - used };
  const each = isGsm ? 153 : 67;
  let segments = 1;
  let filled = 0;
  for (const width of widths) {
    if (filled + width > each) {
      segments += 1;
      filled = 0;
    }
    filled += width;
  }
  return { encoding, segments, used, left: each - filled };
}
