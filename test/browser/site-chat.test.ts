import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aJourneyDesk, type JourneyDesk } from '../make/a-journey-desk.ts';
import { signedUser } from '../make/a-widget.ts';
import type { Staff } from '../make/staff.ts';
import { until } from '../make/until.ts';
import { within } from './a-window.ts';
import { graveFindings } from './axe.ts';
import { openBrowser } from './open-browser.ts';

let journey: JourneyDesk;
let ann: Staff;
let browser: Browser;
beforeAll(async () => {
  [journey, browser] = await Promise.all([aJourneyDesk(), openBrowser()]);
  ann = await journey.as('Ann');
});
afterAll(async () => {
  await browser.close();
  await journey.end();
});

/** A visitor's window on the shop, whose content policy is as strict as one can be; faults are what its console says. */
async function aShop(query = '', options: Parameters<Browser['newContext']>[0] = {}) {
  const context: BrowserContext = await browser.newContext({ locale: 'en-GB', ...options });
  const page: Page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const faults: string[] = [];
  page.on('pageerror', ({ message }) => faults.push(message));
  page.on('console', (entry) => {
    if (entry.type() === 'error') faults.push(entry.text());
  });
  const url = `${journey.desk.baseUrl}/_local/shop${query}`;
  await page.goto(url);
  return { context, page, faults, url };
}
const open = async (page: Page, name = 'Open the chat') => {
  await page.getByRole('button', { name }).click();
  await page.getByRole('dialog').waitFor();
};
const write = async (page: Page, text: string) => {
  await page.getByRole('textbox', { name: 'Write a message' }).fill(text);
  await page.keyboard.press('Enter');
  await page.getByRole('log').getByText(text).waitFor();
};
/** The ticket whose newest words are these. */
const ticketOf = (text: string): Promise<string> =>
  until(`a ticket of “${text}”`, async () => {
    const { body } = await ann.get<{ items: { id: string; preview: string }[] }>(
      '/api/tickets?topic=other',
    );
    return body.items.find(({ preview }) => preview === text)?.id;
  });

describe('the chat on a page that allows no inline script or style', () => {
  it('is written in and answered, without a word from the console', async () => {
    const { context, page, faults } = await aShop();
    await open(page);
    await write(page, 'Is anybody there?');
    await page.getByText('Sent', { exact: true }).waitFor();

    await ann.reply(await ticketOf('Is anybody there?'), { text: 'I am. Look: soon.' });

    await page.getByRole('log').getByText('I am. Look: soon.').waitFor();
    await page.getByRole('log').getByText('Ann', { exact: true }).waitFor();
    expect(faults).toEqual([]);
    expect(await context.cookies()).toEqual([]);
    await context.close();
  });

  it('marks an answer as read where the agent sees it', async () => {
    const { context, page } = await aShop();
    await open(page);
    await write(page, 'Did you see me read?');
    const ticketId = await ticketOf('Did you see me read?');

    await ann.reply(ticketId, { text: 'We will.' });

    await until('the receipt', async () =>
      (await ann.messages(ticketId)).some(({ delivery }) => delivery?.state === 'read'),
    );
    await context.close();
  });

  it('tells of an answer on another page, with everything said before', async () => {
    const { context, page, url } = await aShop();
    await open(page);
    await write(page, 'Tell me later');
    await page.getByText('Sent', { exact: true }).waitFor();
    const ticketId = await ticketOf('Tell me later');

    await page.goto(`${url}?page=two`);
    await ann.reply(ticketId, { text: 'Now is later.' });

    await page.getByRole('button', { name: /new message/ }).click();
    await page.getByRole('log').getByText('Now is later.').waitFor();
    await page.getByRole('log').getByText('Tell me later').waitFor();
    await context.close();
  });

  it('keeps what is written without a network, and sends it once when it is back', async () => {
    const { context, page } = await aShop();
    await open(page);
    await write(page, 'First words');
    await page.getByText('Sent', { exact: true }).waitFor();
    const ticketId = await ticketOf('First words');
    await context.setOffline(true);
    await write(page, 'Words without a network');
    await page.getByText('Sending…').waitFor();

    await page.reload().catch(() => undefined);
    await context.setOffline(false);
    await page.reload();

    await until('the words', async () =>
      (await ann.messages(ticketId)).some(({ text }) => text === 'Words without a network'),
    );
    const texts = (await ann.messages(ticketId)).map(({ text }) => text);
    expect(texts.filter((text) => text === 'Words without a network')).toHaveLength(1);
    await context.close();
  });

  it('sends a file and says why it does not take another', async () => {
    const { context, page } = await aShop();
    await open(page);
    await page.getByText('Hello! How can we help?').waitFor();
    const picker = page.locator('firstline-chat input[type=file]');
    await picker.setInputFiles([
      { name: 'receipt.txt', mimeType: 'text/plain', buffer: Buffer.from('a receipt') },
      { name: 'page.html', mimeType: 'text/html', buffer: Buffer.from('<p>') },
    ]);
    await page.getByText('This kind of file is not accepted.').waitFor();
    await page.getByRole('button', { name: 'Remove page.html' }).click();
    await page.getByText('9 byte').waitFor();

    await write(page, 'My receipt');

    await page.getByRole('log').getByText('receipt.txt').waitFor();
    const [message] = await ann.messages(await ticketOf('My receipt'));
    expect(message?.attachments).toMatchObject([{ name: 'receipt.txt' }]);
    await context.close();
  });

  it('goes on by mail where the visitor wants it', async () => {
    const { context, page } = await aShop();
    await open(page);
    await write(page, 'I may leave');
    await page.getByText('Sent', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Get the answer by mail if I leave' }).click();
    const field = page.getByRole('textbox', { name: 'Your e-mail address' });
    await field.fill('olya at example');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('This does not look like an e-mail address').waitFor();
    await field.fill('olya@example.net');
    await page.getByRole('button', { name: 'Save' }).click();

    await page.getByText(/If you leave, the answer goes to o/).waitFor();
    const ticketId = await ticketOf('I may leave');
    await ann.untilTicket(
      ticketId,
      'knows the address',
      ({ ticket }) => ticket.mailTo === 'olya@example.net',
    );
    await context.close();
  });

  it('knows whom the page vouches for, and stays anonymous with a wrong signature', async () => {
    const { id, hash } = signedUser({ id: 'shop-7' });
    const known = await aShop(`?user-id=${id}&user-hash=${hash}&user-name=Olya`);
    await open(known.page);
    await write(known.page, 'It is me');
    const forged = await aShop(`?user-id=${id}&user-hash=${'0'.repeat(64)}`);
    await open(forged.page);
    await forged.page.getByText('Hello! How can we help?').waitFor();

    expect((await ann.view(await ticketOf('It is me'))).ticket.customerName).toBe('Olya');
    await expect.poll(() => forged.page.getByText('It is me').count(), within).toBe(0);
    await Promise.all([known.context.close(), forged.context.close()]);
  });
});

describe('the chat for everybody', () => {
  it('is used by keyboard alone, and gives the focus back', async () => {
    const { context, page } = await aShop();
    const button = page.getByRole('button', { name: 'Open the chat' });
    await button.waitFor();
    await button.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Chat: Kopilka chat' }).waitFor();
    await page.keyboard.type('By keyboard');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('alone');
    await page.keyboard.press('Enter');
    await page.getByRole('log').getByText('By keyboard alone').waitFor();

    await page.keyboard.press('Escape');

    await expect.poll(() => page.getByRole('dialog').count(), within).toBe(0);
    const focused = await page.evaluate<string | null>(
      "document.querySelector('firstline-chat').shadowRoot.activeElement?.getAttribute('aria-label')",
    );
    expect(focused).toBe('Open the chat');
    await context.close();
  });

  it.each([
    ['a desktop', '', { viewport: { width: 1280, height: 800 } }],
    ['a dark desktop', '', { colorScheme: 'dark', viewport: { width: 1280, height: 800 } }],
    ['a phone', '', { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true }],
    ['a phone in Russian', '?lang=ru&theme=dark', { viewport: { width: 320, height: 568 } }],
  ] as const)('has no grave fault on %s', async (_name, query, options) => {
    const { context, page } = await aShop(query, { ...options, bypassCSP: true });
    const isRussian = query.includes('ru');
    await open(page, isRussian ? 'Открыть чат' : 'Open the chat');
    const said = `A word that does not break ${'x'.repeat(120)} ${context.pages().length}`;
    await page.locator('firstline-chat textarea').fill(said);
    await page.keyboard.press('Enter');
    await page.getByText(isRussian ? 'Отправлено' : 'Sent', { exact: true }).waitFor();

    expect(await graveFindings(page)).toEqual([]);
    const wide = await page.evaluate<number>(
      `(() => { const root = document.querySelector('firstline-chat').shadowRoot;
        return Math.max(...[...root.querySelectorAll('.panel, .list, .composer')]
          .map((part) => part.scrollWidth - part.clientWidth)); })()`,
    );
    expect(wide).toBeLessThanOrEqual(0);
    await context.close();
  });
});
