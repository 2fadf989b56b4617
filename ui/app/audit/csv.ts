/** What spreadsheets take for a formula when a cell begins with it (OWASP: CSV injection). */
const formula = /^[\s\0]*[=+\-@\t\r\n|%]/;

const cell = (value: string): string => {
  const harmless = formula.test(value) ? `'${value}` : value;
  return `"${harmless.replaceAll('"', '""')}"`;
};

/** RFC 4180, every cell quoted, with the mark by which Excel knows UTF-8. A cell never becomes a formula. */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
