import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aJourneyDesk, type JourneyDesk } from '../make/a-journey-desk.ts';
import { aStranger, sendLetter, untilTaken } from '../make/letters.ts';
import { until } from '../make/until.ts';
import { signedIn, type Window, within } from './a-window.ts';
import { openBrowser } from './open-browser.ts';

let journey: JourneyDesk;
let browser: Browser;
let window: Window;
const spammer = aStranger('watches');
let ticketId = '';

beforeAll(async () => {
  [journey, browser] = await Promise.all([aJourneyDesk(), openBrowser()]);
  const letter = await sendLetter(journey.desk, {
    from: `Watches <${spammer}>`,
    subject: 'Ninety percent off',
    text: 'Buy now: https://evil.example',
    html: '<p>Buy <a href="https://evil.example">now</a><img src="https://evil.example/x.png"></p>',
    attachments: [{ filename: 'catalog.pdf', content: '%PDF-1.4' }],
    headers: { 'X-Local-Verdict': 'spam=FAIL' },
  });
  ticketId = await untilTaken(journey.table, letter);
  window = await signedIn(browser, journey, { name: 'Lena' });
});
afterAll(async () => {
  await browser.close();
  await journey.end();
});

describe('the quarantine, by keyboard', () => {
  it('shows a mail as words: nothing in it can be followed, loaded or opened', async () => {
    const { page } = window;
    await page.keyboard.press('g');
    await page.keyboard.press('q');
    await page.locator('.held-row').waitFor();

    await page.keyboard.press('j');

    const shown = page.locator('.held-message');
    await shown.getByText('Buy now').waitFor();
    await shown.getByText('catalog.pdf').waitFor();
    await expect.poll(() => shown.locator('a, img, iframe, button').count(), within).toBe(0);
  });

  it('blocks the sender with a reason', async () => {
    const { page, goTo } = window;
    await page.keyboard.press('b');
    await page.getByRole('dialog').getByLabel('Why').fill('Sells watches');
    await page.getByRole('dialog').getByRole('button', { name: 'Block' }).click();
    await page.getByText(`${spammer} is blocked`).waitFor();

    await goTo('/blocked-senders');

    await page.locator('.mail-row', { hasText: spammer }).getByText('Sells watches').waitFor();
  });

  it('releases a mail, and takes that back', async () => {
    const { page, goTo, faults } = window;
    const statusIs = (status: string) =>
      until(`the ticket is ${status}`, async () => {
        const { ticket } = await (await journey.as('Lena')).view(ticketId);
        return ticket.status === status;
      });
    await goTo(`/quarantine/${ticketId}`);
    await page.locator('.held-message').waitFor();

    await page.keyboard.press('r');
    await statusIs('open');
    await page.getByRole('button', { name: 'Undo' }).click();
    await statusIs('spam');

    expect(faults).toEqual([]);
  });

  it('is not for operators', async () => {
    const ann = await signedIn(browser, journey, { name: 'Ann' });

    await ann.goTo('/quarantine');

    await ann.page.getByText('There is no such page.').waitFor();
    await expect
      .poll(() => ann.page.getByRole('link', { name: 'Quarantine' }).count(), within)
      .toBe(0);
  });
});
