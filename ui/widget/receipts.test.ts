import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { newReceipts } from './receipts.ts';

beforeEach(() => void vi.useFakeTimers({ now: Date.parse('2026-11-02T10:00:00Z') }));
afterEach(() => void vi.useRealTimers());

type Shown = { what: 'delivered' | 'read' | undefined; until: string | undefined; isUp: boolean };

const receipts = (first: Partial<Shown> = {}) => {
  const shown: Shown = { what: 'delivered', until: '2026-11-02', isUp: true, ...first };
  const said: string[] = [];
  const read: string[] = [];
  const report = newReceipts({
    send: (frame) => {
      if (shown.isUp && frame.type === 'seen') said.push(`${frame.what} ${frame.until}`);
      return shown.isUp;
    },
    until: () => shown.until,
    what: () => shown.what,
    read: (until) => void read.push(until),
  });
  return { shown, said, read, report };
};

describe('marks of reading', () => {
  test('are said once, and again when more is known', () => {
    const { shown, said, report } = receipts();
    report();
    report();
    shown.what = 'read';
    report();
    vi.advanceTimersByTime(1_500);

    expect(said).toEqual(['delivered 2026-11-02', 'read 2026-11-02']);
  });

  test('of a moment are said together, as they are in the end', () => {
    const { shown, said, report } = receipts();
    report();
    for (const until of ['2026-11-03', '2026-11-04']) {
      shown.until = until;
      report();
    }
    vi.advanceTimersByTime(1_500);

    expect(said).toEqual(['delivered 2026-11-02', 'delivered 2026-11-04']);
  });

  test.each([
    ['nobody looks at the page', { what: undefined }],
    ['nothing was said yet', { until: undefined }],
  ])('are not said while %s', (_name, shown) => {
    const { said, report } = receipts(shown);

    report();

    expect(said).toEqual([]);
  });

  test('that did not get through are said when the line is back', () => {
    const { shown, said, report } = receipts({ isUp: false });
    report();

    shown.isUp = true;
    report();

    expect(said).toEqual(['delivered 2026-11-02']);
  });
});
