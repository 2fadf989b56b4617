import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aJourneyDesk, type JourneyDesk } from '../make/a-journey-desk.ts';
import { aChat, anUpdate, postUpdate, telegram, untilDelivered } from '../make/hooks.ts';
import {
  messageId,
  postDelivery,
  sentTo,
  somebody,
  untilTaken,
  whatsappStatus,
  whatsappText,
} from '../make/meta-hooks.ts';
import { until } from '../make/until.ts';
import { signedIn, type Window, within } from './a-window.ts';
import { graveFindings } from './axe.ts';
import { openBrowser } from './open-browser.ts';

let journey: JourneyDesk;
let browser: Browser;
let ann: Window;
beforeAll(async () => {
  [journey, browser] = await Promise.all([aJourneyDesk(), openBrowser()]);
  ann = await signedIn(browser, journey, { name: 'Ann' });
});
afterAll(async () => {
  await browser.close();
  await journey.end();
});

const writeWhatsApp = async (person: string, { hoursAgo = 0 } = {}): Promise<string> => {
  const id = messageId('wamid.');
  const timestamp = String(Math.floor(Date.now() / 1000) - hoursAgo * 3600);
  await postDelivery(journey.desk, 'whatsapp', whatsappText(person, 'Help!', { id, timestamp }));
  return untilTaken(journey.table, 'whatsapp', id);
};
const open = async (ticketId: string) => {
  await ann.goTo(`/tickets/${ticketId}`);
  await ann.page.locator('.ticket-facts', { hasText: ticketId.replace('tkt_', '#') }).waitFor();
  await ann.page.locator('.composer').waitFor();
};
const sendButton = () => ann.page.getByRole('button', { name: 'Send', exact: true });
const ours = (text: string) => ann.page.locator('.message.out', { hasText: text });

describe('an answer to somebody who wrote on WhatsApp yesterday', () => {
  const person = somebody();

  beforeAll(async () => open(await writeWhatsApp(person, { hoursAgo: 25 })));

  it('cannot be sent as free text, which is said before anybody writes', async () => {
    const { page } = ann;
    await page.getByText('WhatsApp takes no free text now').waitFor();
    await page.getByLabel('Reply to Olya').fill('Here I am.');
    await page.getByLabel('Reply to Olya').press('Control+Enter');

    expect(await sendButton().isDisabled()).toBe(true);
    expect(await page.getByText(`To: WhatsApp · ${person} · closed`).isVisible()).toBe(true);
    expect(await graveFindings(page)).toEqual([]);
  });

  it('leaves as an approved template, with its values', async () => {
    const { page } = ann;
    await page.getByRole('button', { name: 'Send a template' }).click();
    await page.getByLabel('Name of the template').fill('order_update');
    await page.locator('.template').getByLabel('Language').fill('en_US');
    await page.getByLabel('What the template says').fill('Hello {{1}}, order {{2}} is on its way.');
    await page.getByLabel('Value 1', { exact: true }).fill('Olya');
    await sendButton().click();
    await page.getByText('fill every value').waitFor();
    await page.getByLabel('Value 2', { exact: true }).fill('1042');
    expect(await graveFindings(page)).toEqual([]);
    await sendButton().click();

    await ours('Hello Olya, order 1042 is on its way.').getByText('order_update').waitFor();
    await until('the template', () =>
      sentTo(journey.desk, person).some(({ type }) => type === 'template'),
    );
    // What had been written as free text is not lost: it was never sent.
    await expect.poll(() => page.locator('.template').count(), within).toBe(0);
  });

  it('is offered the same template again, without its values', async () => {
    const { page } = ann;
    await page.getByRole('button', { name: 'Send a template' }).click();
    await page.getByLabel('Used before on this device').selectOption({ index: 1 });

    expect(await page.getByLabel('Name of the template').inputValue()).toBe('order_update');
    expect(await page.getByLabel('Value 2', { exact: true }).inputValue()).toBe('');
    await page.getByRole('button', { name: 'Back to free text' }).click();
  });
});

describe('an answer that is refused after it was sent', () => {
  it('says why, and gives its words back', async () => {
    const { page } = ann;
    await open(await writeWhatsApp(somebody('024')));
    await page.getByLabel('Reply to Olya').fill('Your parcel is here.');
    await sendButton().click();
    const refused = ours('Your parcel is here.');
    await refused.getByText('too long after their last message').waitFor();
    await refused.getByRole('button', { name: 'Use the words again' }).click();

    await expect
      .poll(() => page.getByLabel('Reply to Olya').inputValue())
      .toBe('Your parcel is here.');
  });
});

describe('an answer that arrives', () => {
  it('shows by itself how far it got', async () => {
    const person = somebody();
    const ticketId = await writeWhatsApp(person);
    await open(ticketId);
    await ann.page.getByLabel('Reply to Olya').fill('Look at this.');
    await sendButton().click();
    await ours('Look at this.').getByText('Sent', { exact: true }).waitFor();
    const staff = await journey.as('Ann');
    const sent = (await staff.messages(ticketId)).find(({ text }) => text === 'Look at this.');
    const providerId = sent?.delivery?.providerId ?? '';
    await postDelivery(journey.desk, 'whatsapp', whatsappStatus(providerId, 'read'));

    await ours('Look at this.').getByText('Read', { exact: true }).waitFor();
  });
});

describe('a Telegram chat', () => {
  const chat = aChat();
  const first = anUpdate(chat, 'My shirt is red.');

  beforeAll(async () => {
    await postUpdate(journey.desk, first);
    const { message_id: id } = first.message;
    const ticketId = await untilDelivered(journey.table, telegram, `${chat}:${id}`);
    await open(ticketId);
  });

  it('shows what the customer changed, and what it said before', async () => {
    const { message } = first;
    const changed = { ...message, text: 'My shirt is green.', edit_date: message.date + 1 };
    await postUpdate(journey.desk, {
      update_id: first.update_id + 1_000_000,
      edited_message: changed,
    });
    const card = ann.page.locator('.message.in', { hasText: 'My shirt is green.' });
    await card.locator('summary').click();

    await card.getByText('My shirt is red.').waitFor();
  });

  it('lets an agent change what was sent', async () => {
    const { page } = ann;
    await page.getByLabel('Reply to Olya').fill('It was sent yestreday.');
    await sendButton().click();
    await ours('It was sent yestreday.').waitFor();
    const card = page.locator('.message.out').last();
    await card.getByRole('button', { name: 'Edit' }).click();
    await card.getByLabel('Edit').fill('It was sent yesterday.');
    await card.getByRole('button', { name: 'Save the change' }).click();
    await card.getByText('The customer sees the new wording', { exact: true }).waitFor();

    expect(await card.innerText()).toContain('It was sent yesterday.');
    const edits = journey.desk
      .recordedCalls()
      .filter(({ path }) => path.endsWith('/editMessageText'));
    expect(edits.map(({ answered }) => answered)).toEqual([200]);
  });

  it('takes no empty file', async () => {
    await ann.page.setInputFiles('.composer input[type=file]', {
      name: 'empty.txt',
      mimeType: 'text/plain',
      buffer: Buffer.alloc(0),
    });

    await ann.page.getByText('empty.txt is empty.').waitFor();
  });

  it('broke no page on the way', () => {
    expect(ann.faults).toEqual([]);
  });
});
