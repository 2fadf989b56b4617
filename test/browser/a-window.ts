import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { JourneyDesk } from '../make/a-journey-desk.ts';

/** For `expect.poll`: screens show a change a moment later, and slow machines later than that. */
export const within = { timeout: 10_000 };

/** A window of its own, as another person on another machine has it; `faults` fills with what the page broke. */
export type Window = {
  page: Page;
  faults: string[];
  /** To a screen of the app without loading the page again. */
  goTo: (path: string) => Promise<void>;
};

export async function aWindow(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<Window> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce',
    locale: 'en-US',
    ...options,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const faults: string[] = [];
  page.on('pageerror', ({ message }) => faults.push(message));
  // What the content policy refuses, or a script that was not found, appears here only.
  page.on('console', (line) => {
    if (line.type() === 'error' && !/status of (4\d\d|0)/.test(line.text()))
      faults.push(line.text());
  });
  const goTo = async (path: string) => {
    const address = JSON.stringify(path);
    await page.evaluate(
      `history.pushState(null, '', ${address}); dispatchEvent(new PopStateEvent('popstate'))`,
    );
  };
  return { page, faults, goTo };
}

/** A window in which somebody signed in and arrived at their own tickets. */
export async function signedIn(
  browser: Browser,
  { desk }: Pick<JourneyDesk, 'desk'>,
  { name, ...options }: BrowserContextOptions & { name: string },
): Promise<Window> {
  const window = await aWindow(browser, options);
  const { page } = window;
  await page.goto(desk.baseUrl);
  await page.locator('.door button').click();
  await page.getByRole('button', { name }).click();
  await page.locator('.shell h1').waitFor();
  return window;
}
