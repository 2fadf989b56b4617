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

/** Every screen, and how it is known to be there. */
const screens: [name: string, arrive: (window: Window) => Promise<void>][] = [
  [
    'an empty list',
    async ({ page, goTo }) => {
      await goTo('/queues/legal/closed');
      await page.locator('.empty').waitFor();
    },
  ],
  [
    'a view of all tickets',
    async ({ page, goTo }) => {
      await goTo('/all?assignee=nobody&channel=mail');
      await page.locator('.row').first().waitFor();
    },
  ],
  [
    'a queue',
    async ({ page, goTo }) => {
      await goTo('/queues/payouts');
      await page.locator('.row').first().waitFor();
    },
  ],
  [
    'a ticket',
    async ({ page, goTo }) => {
      await goTo(`/tickets/${ticketId}`);
      await page.locator('.composer').waitFor();
      await page.getByRole('button', { name: 'Show as sent' }).click();
      await page.frameLocator('.html-body').getByText('Hello').waitFor();
    },
  ],
  [
    'the menu of a ticket',
    async ({ page }) => {
      await page.getByRole('button', { name: 'More' }).click();
      await page.getByRole('menuitem').first().waitFor();
    },
  ],
  [
    'a question',
    async ({ page }) => {
      await page.keyboard.press('Escape');
      await page.locator('h1').first().focus();
      await page.keyboard.press('s');
      await page.getByRole('dialog').waitFor();
    },
  ],
  [
    'a chat that can be answered no more',
    async ({ page, goTo }) => {
      await page.keyboard.press('Escape');
      await goTo(`/tickets/${chatId}`);
      await page.locator('.way-notice.closed').waitFor();
    },
  ],
  [
    'a template',
    async ({ page }) => {
      await page.getByRole('button', { name: 'Send a template' }).click();
      await page.getByLabel('What the template says').fill('Hello {{1}}, here is {{2}}.');
      await page.getByLabel('Value 2', { exact: true }).waitFor();
    },
  ],
  [
    'the connections',
    async ({ page, goTo }) => {
      await goTo('/connections');
      await page.locator('.connection').first().waitFor();
    },
  ],
  [
    'a letter to enter, unfinished',
    async ({ page, goTo }) => {
      await goTo('/letters');
      await page.getByRole('button', { name: 'Save and next' }).click();
      await page.locator('.letter-form .problem').first().waitFor();
    },
  ],
  [
    'the quarantine',
    async ({ page, goTo }) => {
      await page.keyboard.press('Escape');
      await goTo('/quarantine');
      await page.locator('.quarantine-list .empty, .held-row').first().waitFor();
    },
  ],
  [
    'blocked senders',
    async ({ page, goTo }) => {
      await goTo('/blocked-senders');
      await page.locator('.mail-add').waitFor();
    },
  ],
  [
    'undeliverable addresses',
    async ({ page, goTo }) => {
      await goTo('/undeliverable');
      await page.locator('.mail-add').waitFor();
    },
  ],
  [
    'routing rules, one of them being edited and tried',
    async ({ page, goTo }) => {
      await goTo('/settings/routing');
      await page.getByRole('button', { name: 'Add a rule' }).click();
      for (const field of ['words', 'time', 'channel', 'custom'])
        await page.getByLabel('Add a condition: All of these').selectOption(field);
      await page.locator('textarea[name=body]').fill('Payout '.repeat(20));
      await page.getByRole('button', { name: 'Try it', exact: true }).click();
      await page.locator('.routed, .side-panel .problem').waitFor();
    },
  ],
  [
    'lines and hours',
    async ({ page, goTo }) => {
      await goTo('/settings/hours');
      await page.locator('.holidays summary').first().click();
      await page.getByRole('button', { name: 'Add a holiday' }).first().click();
      await page.locator('.holiday').first().waitFor();
    },
  ],
  [
    'a promise that is edited and tried',
    async ({ page, goTo }) => {
      await goTo('/settings/promises');
      await page.getByRole('button', { name: 'Add a promise' }).click();
      for (const name of ['Resolution', 'Other targets for tickets created in a peak'])
        await page.getByRole('checkbox', { name }).first().check();
      await page.getByRole('button', { name: 'Add an event' }).click();
      await page.getByRole('button', { name: 'Tell the story' }).click();
      await page.locator('.routed').waitFor();
    },
  ],
  [
    'the audit trail',
    async ({ page, goTo }) => {
      await goTo('/settings/audit');
      await page.locator('summary.audit-row').first().click();
      await page.locator('.audit-changes').waitFor();
    },
  ],
  [
    'the people',
    async ({ page, goTo }) => {
      await page.keyboard.press('Escape');
      await goTo('/people');
      await page.locator('.person-row').first().waitFor();
    },
  ],
  [
    'a person with what they see and can',
    async ({ page }) => {
      await page.locator('.person-row').first().click();
      await page.getByRole('checkbox', { name: 'All topics' }).uncheck();
      for (const more of await page.locator('.person-more > summary').all()) await more.click();
      await page.locator('.save-bar').waitFor();
    },
  ],
  [
    'the roles, one of them being made',
    async ({ page, goTo }) => {
      await goTo('/settings/roles');
      await page.getByRole('button', { name: 'Add a role' }).click();
      await page.locator('.role-list details.role-card > summary').first().click();
      await page.locator('.role-groups').waitFor();
    },
  ],
  [
    'the export of the audit trail',
    async ({ page, goTo }) => {
      await goTo('/settings/audit');
      await page.getByRole('button', { name: 'Export…' }).click();
      await page.getByRole('dialog').waitFor();
    },
  ],
];

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
    await arrive(window);

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
