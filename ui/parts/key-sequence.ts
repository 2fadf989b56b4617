/** The letter pressed before, and when (milliseconds). */
export type Pressed = { letter: string; at: number };
type Press = { key: string; code: string };

/** Within this long two keys are one sequence, milliseconds. */
const together = 1500;

/**
 * The letter of a key by its character, and in another script (Cyrillic) by its place on a Latin keyboard:
 * the key of `т` is the key of `n`.
 */
export const letterOf = ({ key, code }: Press): string => {
  if (/^[\x20-\x7e]$/.test(key)) return key.toLowerCase();
  return code.startsWith('Key') ? code.slice(3).toLowerCase() : key;
};

/** What a press may be called, the most special name first: `g m`, then `m`. */
export const readKeys = (
  press: Press,
  before: Pressed,
  now: number,
): { names: readonly string[]; pressed: Pressed } => {
  const letter = letterOf(press);
  const isSequence = before.letter !== '' && now - before.at < together;
  return {
    names: isSequence ? [`${before.letter} ${letter}`, letter] : [letter],
    pressed: { letter, at: now },
  };
};
