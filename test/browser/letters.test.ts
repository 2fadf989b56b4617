import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aJourneyDesk, type JourneyDesk } from '../make/a-journey-desk.ts';
import { aChat, anUpdate, postUpdate, telegram, untilDelivered } from '../make/hooks.ts';
import { aStranger, sendLetter, untilTaken } from '../make/letters.ts';
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

const press = (name: string) => ann.page.getByRole('button', { name, exact: true }).click();

describe('a clerk with a pile of letters', () => {
  const fill = async (subject: string) => {
    const { page } = ann;
    await page.locator('#letter-senderName').fill('Kim Doe');
    await page.getByLabel('Address').fill('Musterstraße 1\n10115 Berlin');
    await page.getByLabel('Subject').fill(subject);
  };
  const scan = (content: string) =>
    ann.page.setInputFiles('.letter-scans input[type=file]', {
      name: 'page-1.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from(`%PDF-1.4 ${content}`),
    });
  const save = async () => {
    await ann.page.locator('.uploads progress').waitFor({ state: 'detached' });
    await ann.page.getByLabel('Subject').press('Control+Enter');
  };

  const enteredLink = (number: string) =>
    ann.page.locator('.letters-entered li', { hasText: number }).getByRole('link');

  it('begins in the first field, and is told what is missing', async () => {
    const { page } = ann;
    await page.getByRole('link', { name: 'Enter a letter' }).click();
    await expect.poll(() => page.evaluate('document.activeElement.name')).toBe('registerNumber');
    await press('Save and next');

    await expect.poll(() => page.getByText('This is needed.').count(), within).toBe(4);
    expect(await graveFindings(page)).toEqual([]);
  });

  it('saves one and has the next number before them', async () => {
    const { page } = ann;
    await page.getByLabel('Register number').fill('E-2026/0041');
    await fill('Objection to a decision');
    await scan('one');
    await save();
    await page.getByText('Letter E-2026/0041 is saved').waitFor();

    expect(await page.getByLabel('Register number').inputValue()).toBe('E-2026/0042');
    expect(await page.getByLabel('Subject').inputValue()).toBe('');
    expect(await page.evaluate('document.activeElement.name')).toBe('registerNumber');
  });

  it('is asked whether the same scans are the same letter', async () => {
    const { page } = ann;
    await enteredLink('E-2026/0041').waitFor();
    await fill('Objection to a decision');
    await scan('one');
    await save();
    await page.getByText('The same scans were entered before').waitFor();
    await press('It is another letter: enter it');

    await page.getByText('Letter E-2026/0042 is saved').waitFor();
  });

  it('is led to the ticket, which says what the register says', async () => {
    const { page } = ann;
    await page.locator('.letters-entered li', { hasText: 'E-2026/0041' }).getByRole('link').click();
    await page.getByRole('heading', { name: 'Objection to a decision' }).waitFor();

    await page.getByText('Letter E-2026/0041').waitFor();
    await page.getByText('entered by Ann').waitFor();
  });

  it('answers on paper: prints it, posts it, and notes that it came back', async () => {
    const { page } = ann;
    await page.getByLabel('Reply to Kim Doe').fill('Your objection is being looked at.');
    await press('Send');
    const ours = page.locator('.message.out', { hasText: 'Your objection is' });
    await ours.getByText('Ready to print').waitFor();
    await ours.getByRole('button', { name: 'Printed', exact: true }).click();
    await ours.getByText('put it in the post').waitFor();
    await ours.getByRole('button', { name: 'Posted…' }).click();
    await page.getByLabel('Tracking number').fill('RR123456785DE');
    await page.getByRole('dialog').getByRole('button', { name: 'Posted' }).click();
    await ours.getByText('tracking number RR123456785DE').waitFor();
    expect(await graveFindings(page)).toEqual([]);
    await ours.getByRole('button', { name: 'Came back' }).click();

    await ours.getByText('the address is not right').waitFor();
  });
});

describe('one person on two channels', () => {
  const chat = aChat();
  let byMail = '';
  let byChat = '';

  beforeAll(async () => {
    const kim = `Kim Doe <${aStranger()}>`;
    byMail = await untilTaken(
      journey.table,
      await sendLetter(journey.desk, { from: kim, subject: 'Where is it?' }),
    );
    const update = anUpdate(chat, 'Me again.');
    await postUpdate(journey.desk, update);
    const id = `${chat}:${update.message.message_id}`;
    byChat = await untilDelivered(journey.table, telegram, id);
    await ann.goTo(`/tickets/${byMail}`);
    await ann.page.getByRole('heading', { name: 'Where is it?' }).waitFor();
  });

  const card = () => ann.page.getByRole('complementary', { name: 'Customer' });

  it('is joined by an agent who knows, after a look at who that is', async () => {
    const { page } = ann;
    await press('Same person as in another ticket…');
    await page.getByLabel('Number of that ticket').fill(byChat.replace('tkt_', '#'));
    await press('Look');
    await page.getByRole('dialog', { name: 'Is Olya the same person?' }).waitFor();
    expect(await graveFindings(page)).toEqual([]);
    await press('Merge');
    await card().getByText('Also this person').waitFor();

    await card().getByRole('link', { name: 'Me again.' }).waitFor();
    await card().getByText('Telegram', { exact: false }).first().waitFor();
  });

  it('is parted again by taking it back', async () => {
    await press('Undo');
    await ann.page.getByText('Parted from Olya').waitFor();

    await card().getByText('Also this person').waitFor({ state: 'detached' });
    await card().getByRole('link', { name: 'Me again.' }).waitFor({ state: 'detached' });
  });

  it('broke nothing on the way', () => {
    expect(ann.faults).toEqual([]);
  });
});
