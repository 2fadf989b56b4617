import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aJourneyDesk, type JourneyDesk } from '../make/a-journey-desk.ts';
import { aStranger, isFromPerson, sendLetter, untilPosted, untilTaken } from '../make/letters.ts';
import { signedIn, type Window, within } from './a-window.ts';
import { openBrowser } from './open-browser.ts';

let journey: JourneyDesk;
let browser: Browser;
let ann: Window;
let bob: Window;
beforeAll(async () => {
  [journey, browser] = await Promise.all([aJourneyDesk(), openBrowser()]);
  [ann, bob] = await Promise.all([
    signedIn(browser, journey, { name: 'Ann' }),
    signedIn(browser, journey, { name: 'Bob' }),
  ]);
});
afterAll(async () => {
  await browser.close();
  await journey.end();
});

const write = async (letter: Parameters<typeof sendLetter>[1]) =>
  untilTaken(journey.table, await sendLetter(journey.desk, letter));
const open = async ({ page, goTo }: Window, ticketId: string) => {
  await goTo(`/tickets/${ticketId}`);
  await page
    .getByText(`#${ticketId.slice('tkt_'.length)}`)
    .first()
    .waitFor();
};
const send = ({ page }: Window) => page.getByRole('button', { name: 'Send', exact: true }).click();

describe('an agent and a mail', () => {
  const kim = aStranger();
  let ticketId = '';

  beforeAll(async () => {
    ticketId = await write({ from: `Kim Doe <${kim}>`, subject: 'When will my withdrawal come?' });
  });

  it('meet by pressing n for the next ticket', async () => {
    await ann.page.locator('h1').first().click();
    await ann.page.keyboard.press('n');

    await ann.page.getByRole('heading', { name: 'When will my withdrawal come?' }).waitFor();
    expect(new URL(ann.page.url()).pathname).toBe(`/tickets/${ticketId}`);
    await expect
      .poll(() => ann.page.getByRole('button', { name: 'Claim' }).count(), within)
      .toBe(0);
  });

  it('keep what was written and not sent over a reload', async () => {
    await ann.page.getByLabel('Reply to Kim Doe').fill('It is on its way');
    await ann.page.reload();

    const draft = ann.page.getByLabel('Reply to Kim Doe');
    await draft.waitFor();
    expect(await draft.inputValue()).toBe('It is on its way');
  });

  it('part with an answer and a file, which leave by mail', async () => {
    const { page } = ann;
    await page.setInputFiles('.composer input[type=file]', {
      name: 'receipt.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('paid'),
    });
    await page.locator('.uploads progress').waitFor({ state: 'detached' });
    await page.getByLabel('Reply to Kim Doe').press('Control+Enter');
    await page.locator('.message.out', { hasText: 'It is on its way' }).waitFor();

    const posted = await untilPosted(journey.desk, kim, isFromPerson);
    expect(posted.text).toContain('It is on its way');
    expect(posted.attachments.map(({ filename }) => filename)).toEqual(['receipt.txt']);
  });

  it('can be followed on the outbox page', async () => {
    const page = await ann.page.context().newPage();
    await page.goto(`${journey.desk.baseUrl}/_local/outbox`);
    await page
      .getByRole('link', { name: /When will my withdrawal/ })
      .first()
      .click();

    expect(await page.locator('body').innerText()).toContain('It is on its way');
    await page.close();
  });

  it('part for good, which can be undone though another ticket is on screen', async () => {
    const { page } = ann;
    await open(ann, ticketId);
    await page.getByRole('button', { name: 'Close', exact: true }).first().click();
    await page.getByRole('status').getByText('Closed').waitFor();
    const other = await write({ from: aStranger(), subject: 'Another question' });
    await open(ann, other);
    await page.getByRole('button', { name: 'Undo' }).last().click();

    const staff = await journey.as('Ann');
    await staff.untilTicket(ticketId, 'waits again', (view) => view.ticket.status === 'waiting');
    expect((await staff.view(other)).ticket.status).toBe('open');
  });
});

describe('two agents and one ticket', () => {
  const lee = aStranger('lee');
  let ticketId = '';

  beforeAll(async () => {
    ticketId = await write({ from: `Lee <${lee}>`, subject: 'My parcel is late' });
    const staff = await journey.as('Ann');
    await staff.untilTicket(ticketId, 'is sorted', ({ ticket }) => ticket.dueAt !== undefined);
    await Promise.all([open(ann, ticketId), open(bob, ticketId)]);
    await ann.page.getByRole('button', { name: 'Claim' }).click();
  });

  it('do not both answer: the second is told who works on it', async () => {
    await bob.page.getByText('Ann works on this ticket').waitFor();

    const button = bob.page.getByRole('button', { name: 'Send', exact: true });
    expect(await button.isDisabled()).toBe(true);
    await bob.page.getByRole('button', { name: 'Take over' }).first().waitFor();
  });

  it('are told of what came while they wrote, and lose no word', async () => {
    const text = ann.page.getByLabel('Reply to Lee');
    await text.fill('It will come tomorrow.');
    const posted = await untilPosted(journey.desk, lee, () => true);
    await sendLetter(journey.desk, {
      from: lee,
      subject: `Re: ${posted.subject}`,
      inReplyTo: String(posted.messageId),
      text: 'It has just come!',
    });
    await ann.page.getByText('It has just come!').first().waitFor();
    await ann.page.getByText('Something new was said since you began').waitFor();
    await send(ann);
    await ann.page.getByRole('status').getByText('Read it, then send again').waitFor();

    expect(await text.inputValue()).toBe('It will come tomorrow.');
    await text.fill('Good to hear.');
    await send(ann);
    await ann.page.locator('.message.out', { hasText: 'Good to hear.' }).waitFor();
  });

  it('broke no page on the way', () => {
    expect([...ann.faults, ...bob.faults]).toEqual([]);
  });
});

describe('a hard case', () => {
  let ticketId = '';
  beforeAll(async () => {
    ticketId = await write({ from: aStranger(), subject: 'Payout to a company abroad' });
    await open(ann, ticketId);
  });

  it('is passed on with what the next line should know, kept when the question is closed', async () => {
    const { page } = ann;
    await page.locator('h1').first().focus();
    await page.keyboard.press('h');
    await page.getByLabel('What they should know').fill('The bank wants a contract.');
    await page.keyboard.press('Escape');
    await page.locator('h1').first().focus();
    await page.keyboard.press('h');
    const kept = await page.getByLabel('What they should know').inputValue();
    const line = await page.getByRole('dialog').locator('option:checked').innerText();
    await page.getByRole('dialog').getByRole('button', { name: 'Pass on' }).click();
    await page.getByText(`Passed on to ${line}`).waitFor();

    expect(kept).toBe('The bank wants a contract.');
  });

  it('begins with it for the other line, who can give it back', async () => {
    const { page } = bob;
    await open(bob, ticketId);
    const told = page.locator('.hand-over');
    await told.getByText('Ann passed it on').waitFor();
    await told.getByText('The bank wants a contract.').waitFor();
    await page.getByRole('button', { name: 'Give back…' }).click();
    await page.getByLabel('What they should know').fill('A contract is not needed.');
    await page.getByRole('dialog').getByRole('button', { name: 'Give back' }).click();

    await page.getByText('Given back to').waitFor();
    await ann.page.locator('.hand-over', { hasText: 'A contract is not needed.' }).waitFor();
  });
});

describe('an agent who goes to lunch', () => {
  it('says so by keyboard, is told what becomes of the tickets, and comes back', async () => {
    const { page } = bob;
    const own = page.locator('.side-bar .presence-now');
    await page.locator('h1').first().focus();
    await page.keyboard.press('p');
    await page.getByLabel('Away').check();
    await page.locator('dialog select').selectOption('half');
    await page.getByLabel('Note for colleagues').fill('lunch');
    await page.locator('.consequence p').first().waitFor();
    await page.getByRole('button', { name: 'Save' }).click();
    await own.getByText('Away until').waitFor();
    await ann.goTo('/team');
    await ann.page.locator('.team-row', { hasText: 'Bob' }).getByText('lunch').waitFor();
    await page.locator('.side-bar').getByRole('button', { name: 'Come back' }).click();

    await own.getByText('Available').waitFor();
    expect([...ann.faults, ...bob.faults]).toEqual([]);
  });
});
