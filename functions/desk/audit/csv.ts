/** What spreadsheets take for a formula when a cell begins with it (OWASP: CSV injection). */
const formula = /^[\s\0]*[=+\-@\t\r\n|%]/;

const cell = (value: string): string => {
  const harmless = formula.test(value) ? `'${value}` : value;
  return `"${harmless.replaceAll('"', '""')}"`;
};

/** The mark by which Excel knows UTF-8; stands once, before the first row. */
export const byteOrderMark = '\uFEFF';

/** One row by RFC 4180, every cell quoted. A cell never becomes a formula. */
export const csvRow = (cells: readonly string[]): string => `${cells.map(cell).join(',')}\r\n`;
