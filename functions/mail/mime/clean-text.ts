/** Controls, and the bidi overrides that disguise names. */
const controls = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;

/** One line for a person: valid Unicode, no controls, single blanks at the folds. */
export function cleanLine(value: string): string {
  return value
    .replace(/[\t\r\n]+/g, ' ')
    .replace(controls, '')
    .toWellFormed()
    .trim();
}

/** A body: LF line ends, no NUL, valid Unicode. */
export function cleanBody(value: string): string {
  return value
    .replace(/\r+\n|\r/g, '\n')
    .replace(/[^\P{Cc}\t\n\u0080-\u009f]/gu, '')
    .toWellFormed();
}
