import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

/** Rules that axe counts as grave for people who do not see the screen, use it by keyboard, or see it badly. */
const grave: ReadonlySet<string> = new Set(['serious', 'critical']);

/** What axe finds serious or critical on the page as it is: rule and first element, one per line. */
export async function graveFindings(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<AxeResults>('axe.run()');
  return violations
    .filter(({ impact }) => grave.has(impact ?? ''))
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
}

/** Pixels by which the page, or the part of it that scrolls, is wider than the window. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate<number>(
    `Math.max(...[document.documentElement, ...document.querySelectorAll('main, .ticket-body, .composer')]
      .map((part) => part.scrollWidth - part.clientWidth))`,
  );
