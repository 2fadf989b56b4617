import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aJourneyDesk, type JourneyDesk } from '../make/a-journey-desk.ts';
import { aStranger, sendLetter, untilTaken } from '../make/letters.ts';
import {
  messageId,
  postDelivery,
  somebody,
  untilTaken as untilWhatsApp,
  whatsappText,
} from '../make/meta-hooks.ts';
import { signedIn, type Window } from './a-window.ts';
import { graveFindings, overflow } from './axe.ts';
import { openBrowser } from './open-browser.ts';
import { screens } from './screens.ts';

let journey: JourneyDesk;
let browser: Browser;
let ticketId = '';
/** Of somebody who wrote on WhatsApp more than a day ago. */
let chatId = '';
const longName = 'Maximiliane-Josephine von und zu Hohenstein-Waldburg-Zeil';
const longSubject = 'A-subject-without-a-single-space-that-goes-on-'.repeat(6);

beforeAll(async () => {
  [journey, browser] = await Promise.all([aJourneyDesk(), openBrowser()]);
  const letter = await sendLetter(journey.desk, {
    from: `${longName} <${aStranger()}>`,
    subject: `Payout ${longSubject}`,
    html: `<p style="color:#ccc">Hello</p><table width="1200"><tr><td>wide</td></tr></table><img src="cid:own"><img src="https://tracker.example/x.png">`,
    attachments: [
      {
        filename: 'own.png',
        cid: 'own',
        content: Buffer.from(
          'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
          'base64',
        ),
      },
      { filename: `${longSubject}.pdf`, content: Buffer.from('%PDF-1.4') },
    ],
  });
  ticketId = await untilTaken(journey.table, letter);
  const id = messageId('wamid.');
  const timestamp = String(Math.floor(Date.now() / 1000) - 25 * 3600);
  await postDelivery(journey.desk, 'whatsapp', whatsappText(somebody(), 'Hi', { id, timestamp }));
  chatId = await untilWhatsApp(journey.table, 'whatsapp', id);
  const staff = await journey.as('Olga');
  await staff.untilTicket(ticketId, 'is sorted', ({ ticket }) => ticket.dueAt !== undefined);
  await staff.post(`/api/tickets/${ticketId}/notes`, {
    clientId: crypto.randomUUID(),
    text: 'x'.repeat(300),
  });
});
afterAll(async () => {
  await browser.close();
  await journey.end();
});

/** Of a picture as it was loaded: 0 when it was not. */
const widthOf = (image: unknown) => (image as { naturalWidth: number }).naturalWidth;

/** Colors and widths are told apart by the styles alone, so each pair of them stands for two. */
const looks = [
  { colorScheme: 'light', width: 1280 },
  { colorScheme: 'dark', width: 390 },
] as const;

describe.each(looks)('in $colorScheme colors, $width pixels wide', ({ colorScheme, width }) => {
  let window: Window;
  beforeAll(async () => {
    const viewport = { width, height: 844 };
    window = await signedIn(browser, journey, { name: 'Olga', colorScheme, viewport });
  });
  afterAll(() => window.page.context().close());

  it.each(screens)('%s is for everybody and fits', async (_, arrive) => {
    await arrive(window, { ticketId, chatId });

    expect(await graveFindings(window.page)).toEqual([]);
    expect(await overflow(window.page)).toBe(0);
  });

  it.each([1600, 1101, 768, 390, 320])('a ticket fits in %i pixels', async (width) => {
    await window.goTo(`/tickets/${ticketId}`);
    await window.page.locator('.composer').waitFor();
    await window.page.setViewportSize({ width, height: 844 });

    expect(await overflow(window.page)).toBe(0);
  });

  it('shows the picture that came with the mail, and breaks nothing', async () => {
    const { page, goTo, faults } = window;
    await goTo(`/tickets/${ticketId}`);
    await page.getByRole('button', { name: 'Show as sent' }).click();
    const picture = page.frameLocator('.html-body').locator('img').first();

    await expect.poll(() => picture.evaluate(widthOf)).toBe(1);
    await page.getByText('Pictures on other servers are not loaded').waitFor();
    expect(faults).toEqual([]);
  });
});
