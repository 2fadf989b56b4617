import type { Figures, Report } from '../../desk/simulation/report.ts';
import type { Kept } from '../../desk/simulation/telling.ts';

const heads = [
  'policy',
  'topic',
  'arrived',
  'answered',
  'wait median',
  'p90',
  'p99',
  'max',
  'breaches',
  'in time',
  'starved',
  'idle',
] as const;

/** `45 s`, `12 min`, `3 h 05`, `2 d 04 h`: two figures are enough to compare. */
export const duration = (seconds: number): string => {
  if (seconds < 100) return `${Math.round(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 100) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return `${hours} h ${String(minutes % 60).padStart(2, '0')}`;
  return `${Math.floor(hours / 24)} d ${String(hours % 24).padStart(2, '0')} h`;
};

const percent = (part: number | undefined) =>
  part === undefined ? '–' : `${(part * 100).toFixed(1)} %`;

const rowOf = (policy: string, figures: Figures, idle: string): string[] => [
  policy,
  figures.topic,
  String(figures.arrived),
  String(figures.answered),
  duration(figures.wait.p50),
  duration(figures.wait.p90),
  duration(figures.wait.p99),
  duration(figures.wait.max),
  String(figures.breaches),
  percent(figures.inTime),
  duration(figures.starvation),
  idle,
];

const rowsOf = (report: Report, isTotalOnly: boolean): string[][] => [
  ...(isTotalOnly ? [] : report.topics.map((topic) => rowOf(report.policy, topic, ''))),
  rowOf(report.policy, report.total, percent(report.idle)),
];

/** A Markdown table, which terminals show as well; numbers stand on the right. */
export const tableOf = (
  reports: readonly Report[],
  { isTotalOnly }: { readonly isTotalOnly: boolean },
): string[] => {
  const rows = [[...heads], ...reports.flatMap((report) => rowsOf(report, isTotalOnly))];
  const widths = heads.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, i) => (i < 2 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join(' | ')} |`;
  const rule = `| ${widths.map((width, i) => (i < 2 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  const [head = [], ...body] = rows;
  return [line(head), rule, ...body.map(line)];
};

export const sentenceOf = ({ told, share, kept, ratio }: Kept): string =>
  `Told "within x": ${percent(kept)} of ${told} were answered within x; ${percent(share)} were told a time; the median of x is ${ratio.toFixed(1)} times the median wait.`;
