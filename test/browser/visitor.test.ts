import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aJourneyDesk, type JourneyDesk } from '../make/a-journey-desk.ts';
import { until } from '../make/until.ts';
import { signedIn, type Window } from './a-window.ts';
import { openBrowser } from './open-browser.ts';

let journey: JourneyDesk;
let browser: Browser;
let ann: Window;
let shop: Page;
beforeAll(async () => {
  [journey, browser] = await Promise.all([aJourneyDesk(), openBrowser()]);
  ann = await signedIn(browser, journey, { name: 'Ann' });
  const context = await browser.newContext({ locale: 'en-US', reducedMotion: 'reduce' });
  shop = await context.newPage();
  shop.setDefaultTimeout(30_000);
  await shop.goto(`${journey.desk.baseUrl}/_local/shop`);
  await shop.getByRole('button', { name: 'Open the chat' }).click();
  await shop.getByRole('textbox', { name: 'Write a message' }).fill('Is anybody there?');
  await shop.keyboard.press('Enter');
  await shop.getByText('Sent', { exact: true }).waitFor();
});
afterAll(async () => {
  await browser.close();
  await journey.end();
});

/** Goes on writing until the other side shows it: a hint of typing is told once in some seconds, and shown as long. */
async function typing(field: Locator, hint: Locator): Promise<void> {
  await until('a hint of typing', async () => {
    await field.pressSequentially('I am ');
    return hint
      .waitFor({ timeout: 2_000 })
      .then(() => true)
      .catch(() => false);
  });
}

describe('an agent and the visitor of a page', () => {
  it('see each other: the agent sees that the page is open', async () => {
    await ann.goTo('/queues/other');
    await ann.page.locator('.row', { hasText: 'Is anybody there?' }).click();
    await ann.page.locator('.message.in', { hasText: 'Is anybody there?' }).waitFor();

    await ann.page.getByText('on the page now').waitFor();
  });

  it('see each other write', async () => {
    const visitor = shop.getByRole('textbox', { name: 'Write a message' });
    await typing(visitor, ann.page.getByText('is writing…'));

    await typing(ann.page.locator('.composer textarea'), shop.getByText('Ann is writing…'));
  });

  it('part: the agent sees that the page was closed', async () => {
    await shop.close();

    await ann.page.getByText('not on the page now').waitFor();
    expect(ann.faults).toEqual([]);
  });
});
