/** Builds lines from inline text: blanks collapse, at most one empty line, quotes are prefixed. */
export class TextWriter {
  readonly #lines: string[] = [];
  readonly #most: number;
  #line = '';
  /** True at the beginning of a line, too. */
  #endsBlank = true;
  #quotes = 0;
  #preformatted = 0;
  #length = 0;

  constructor(mostChars: number) {
    this.#most = mostChars;
  }

  text(raw: string): void {
    if (this.#preformatted > 0) {
      const [first = '', ...more] = raw.split('\n');
      this.#line += first;
      for (const line of more) {
        this.lineFeed();
        this.#line = line;
      }
      return;
    }
    const flat = raw.replace(/\u200b|\ufeff|\u034f|\u00ad/g, '').replace(/[\s\u00a0]+/g, ' ');
    this.#append(this.#endsBlank ? flat.replace(/^ /, '') : flat);
  }

  space(): void {
    if (!this.#endsBlank) this.#append(' ');
  }

  /** Ends the line whatever it holds. */
  lineFeed(): void {
    if (this.#length <= this.#most) this.#push(this.#line.trimEnd());
    this.#line = '';
    this.#endsBlank = true;
  }

  /** Ends the line if anything is on it. */
  breakLine(): void {
    if (this.#line.trim() !== '') this.lineFeed();
    this.#line = '';
    this.#endsBlank = true;
  }

  paragraph(): void {
    this.breakLine();
    const last = this.#lines.at(-1);
    if (last !== undefined && last.replace(/^[> ]+/, '') !== '') this.#push('');
  }

  quote(step: 1 | -1): void {
    this.#quotes = Math.max(0, this.#quotes + step);
  }

  preformatted(step: 1 | -1): void {
    this.#preformatted = Math.max(0, this.#preformatted + step);
  }

  /** A place to find again in the finished text. */
  mark(): number {
    return this.#lines.length;
  }

  finish(mark: number | undefined): { text: string; offset?: number } {
    this.breakLine();
    const kept: string[] = [];
    let offset: number | undefined;
    let length = 0;
    for (const [index, line] of this.#lines.entries()) {
      if (index === mark) offset = length;
      const empty = line === '' && (kept.length === 0 || kept.at(-1) === '');
      if (empty) continue;
      kept.push(line);
      length += line.length + 1;
    }
    const text = kept.join('\n').trimEnd();
    if (mark !== undefined && offset === undefined) offset = text.length;
    return { text, ...(offset !== undefined && { offset: Math.min(offset, text.length) }) };
  }

  /** Remembers the last character: asking a line under construction for it costs its length. */
  #append(piece: string): void {
    if (piece === '') return;
    this.#line += piece;
    this.#endsBlank = piece.endsWith(' ');
  }

  #push(line: string): void {
    const prefix = '>'.repeat(Math.min(this.#quotes, 20));
    const whole = prefix === '' ? line : `${prefix} ${line}`.trimEnd();
    this.#lines.push(whole);
    this.#length += whole.length + 1;
  }
}
