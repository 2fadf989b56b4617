import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aJourneyDesk, type JourneyDesk } from '../make/a-journey-desk.ts';
import { signedIn, type Window, within } from './a-window.ts';
import { openBrowser } from './open-browser.ts';

let journey: JourneyDesk;
let browser: Browser;
let olga: Window;
beforeAll(async () => {
  [journey, browser] = await Promise.all([aJourneyDesk(), openBrowser()]);
  olga = await signedIn(browser, journey, { name: 'Olga' });
  await olga.page.getByRole('link', { name: 'Settings' }).click();
  await olga.page.locator('.routing').waitFor();
});
afterAll(async () => {
  await browser.close();
  await journey.end();
});

const press = (name: string, { page } = olga) =>
  page.getByRole('button', { name, exact: true }).click();
const names = () => olga.page.locator('.rule h2').allInnerTexts();
/** Adds a rule of one condition with words, and one topic. */
const addRule = async (name: string, word: string, topic: string) => {
  const { page } = olga;
  await press('Add a rule');
  await page.locator('.rule-editor input').first().fill(name);
  await page.getByLabel('Add a condition: All of these').selectOption('words');
  await page.locator('.condition textarea').fill(word);
  const topics = page.locator('.rule-editor select', { has: page.locator('option[value=bug]') });
  await topics.last().selectOption(topic);
  await press('Done');
};

describe('the routing rules', () => {
  it('are written without knowing how they are stored', async () => {
    await addRule('Blank pages', 'blank', 'bug');
    await addRule('Money', 'payout', 'payouts');

    expect(await names()).toEqual(['Blank pages', 'Money']);
    await olga.page.getByText('Words: blank (in subject or text)').waitFor();
  });

  it('are tried before they are saved: where a message goes, and why', async () => {
    const { page } = olga;
    await page.locator('textarea[name=body]').fill('All pages of yours are blank');
    await press('Try it');

    await page.locator('.routed', { hasText: 'Goes to Bug' }).waitFor();
    await page.locator('.routed-path', { hasText: 'Words: blank' }).waitFor();
  });

  it('are run over the newest tickets', async () => {
    await press('Run over the last 1,000 tickets');

    await olga.page.getByText('None of 0 tickets would be treated differently').waitFor();
  });

  it('change places by keyboard, the focus going along', async () => {
    const { page } = olga;
    await page.getByRole('button', { name: 'Edit: Money' }).focus();
    await page.keyboard.press('Alt+ArrowUp');
    await page.getByText('Money: now 1 of 2').waitFor();

    expect(await names()).toEqual(['Money', 'Blank pages']);
    await expect
      .poll(() => page.evaluate<string>('document.activeElement.getAttribute("aria-label")'))
      .toBe('Edit: Money');
  });

  it('come back after they were removed by mistake', async () => {
    await press('Remove: Money');
    expect(await names()).toEqual(['Blank pages']);
    await press('Undo');

    expect(await names()).toEqual(['Money', 'Blank pages']);
  });

  it('wait unsaved while the person looks at something else', async () => {
    const { page, goTo } = olga;
    await goTo('/people');
    await page.getByText('Your changes are not saved').waitFor();
    await goTo('/settings/routing');
    await page.locator('.save-bar').waitFor();

    expect(await names()).toEqual(['Money', 'Blank pages']);
  });

  it('that do nothing are refused beside their name', async () => {
    await press('Add a rule');
    await press('Done');
    await press('Save');
    await olga.page.locator('.rule', { hasText: 'the rule does nothing' }).waitFor();
    await press('Remove: New rule');
  });

  it('are not saved over those of a colleague unawares', async () => {
    const lena = await journey.as('Lena');
    const rule = { id: 'hers', name: 'Hers', all: [], actions: { topic: 'other' } };
    const body = { items: { mode: 'first', rules: [rule] }, expects: 0 };
    await lena.put('/api/settings/routing', body);
    await press('Save');
    await olga.page.getByText('Somebody saved this list after you opened it').waitFor();
    expect(await names()).toEqual(['Money', 'Blank pages']);
    await press('Save mine over it');

    await olga.page.getByText('Saved. In force').waitFor();
    await expect.poll(() => olga.page.locator('.save-bar').count(), within).toBe(0);
  });
});

const holidays = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'BEGIN:VEVENT',
  'UID:1',
  'SUMMARY:Unity Day',
  'DTSTART;VALUE=DATE:20271003',
  'END:VEVENT',
  'END:VCALENDAR',
].join('\r\n');

describe('lines', () => {
  it('that would go round are refused, what was written stays, and is saved once it is mended', async () => {
    const { page } = olga;
    await page.locator('.tabs').getByRole('link', { name: 'Lines' }).click();
    const hardCases = page.getByLabel('Hard cases go to');
    await press('Edit: Front line');
    await page.getByLabel('Tickets at once').fill('25');
    await hardCases.selectOption('second');
    await press('Edit: Second line');
    await hardCases.selectOption('front');
    await press('Save');
    await page.getByText('hard cases would go round').first().waitFor();
    await hardCases.selectOption('');
    await press('Save');
    await page.getByText('Saved. In force').waitFor();

    const staff = await journey.as('Olga');
    const { body } = await staff.get<{ lines: { items: unknown[] } }>('/api/settings');
    expect(body.lines.items[0]).toMatchObject({ capacity: { tickets: 25 }, escalatesTo: 'second' });
  });
});

describe('hours', () => {
  it('take holidays over from a file, after they were looked at', async () => {
    const { page } = olga;
    await page.locator('.tabs').getByRole('link', { name: 'Hours', exact: true }).click();
    await page.locator('.holidays summary').first().click();
    const file = { name: 'de.ics', mimeType: 'text/calendar', buffer: Buffer.from(holidays) };
    await page.locator('input[type=file]').first().setInputFiles(file);
    await page.getByText('1 holiday in the file').waitFor();
    await press('Take over 1 holiday');
    await press('Save');
    await page.getByText('Saved. In force').waitFor();

    const staff = await journey.as('Olga');
    const { body } = await staff.get<{ calendars: { items: { holidays: unknown[] }[] } }>(
      '/api/settings',
    );
    expect(body.calendars.items[0]?.holidays).toMatchObject([{ date: '2027-10-03' }]);
  });

  it('keep what is still used, and say by whom', async () => {
    const { page } = olga;
    await page
      .locator('.hours-card')
      .getByRole('button', { name: 'Remove: Front line' })
      .last()
      .click();
    await press('Save');
    await page.getByText('still uses it').waitFor();
    await press('Discard changes');
  });
});

describe('promises', () => {
  it('are tried on a story before they are saved', async () => {
    const { page } = olga;
    await page.locator('.tabs').getByRole('link', { name: 'Promises' }).click();
    await press('Add a promise');
    await page.locator('.rule-editor input').first().fill('Within a minute');
    await page.getByLabel('normal: hours').first().fill('0');
    await page.getByLabel('normal: minutes').first().fill('1');
    await press('Done');
    await page.locator('.rule', { hasText: 'First reply: 1 min' }).waitFor();
    await page.locator('.side-panel select').first().selectOption({ label: 'Within a minute' });
    await press('Tell the story');

    await page.locator('.routed', { hasText: 'breached' }).waitFor();
    await press('Save');
    await page.getByText('Saved. In force').last().waitFor();
  });
});

describe('the audit trail', () => {
  beforeAll(async () => {
    await olga.page.locator('.tabs').getByRole('link', { name: 'Audit trail' }).click();
    await olga.page.locator('.audit-row').first().waitFor();
  });

  it('has who saved the rules, the newest first, and what came and went', async () => {
    const row = olga.page.locator('.audit-list > li', { hasText: 'Saved: Routing rules' }).first();
    await row.locator('summary').click();

    expect(await row.locator('summary').innerText()).toContain('Olga');
    await row.getByRole('heading', { name: 'Added Blank pages' }).waitFor();
    await row.getByRole('heading', { name: 'Removed Hers' }).waitFor();
  });

  it('can be taken along as a table', async () => {
    const { page } = olga;
    await press('Export…');
    await press('Make the file');
    const coming = page.waitForEvent('download');
    await page.getByRole('link', { name: /^Download/ }).click();
    const file = await (await coming).path();
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();

    expect(await readFile(file, 'utf8')).toMatch(/^\uFEFF"at","by",.*\r\n".*"Olga"/);
  });

  it('goes back to a day', async () => {
    const { page } = olga;
    await page.getByLabel('Up to and including').fill('2020-01-01');
    await page.getByText('Nothing of this kind is on record.').waitFor();
    await press('Back to the newest');

    await page.locator('.audit-row').first().waitFor();
  });

  it('is not for operators', async () => {
    const ann = await signedIn(browser, journey, { name: 'Ann' });
    await ann.goTo('/settings/audit');

    await ann.page.getByText('There is no such page.').waitFor();
    await expect
      .poll(() => ann.page.getByRole('link', { name: 'Settings' }).count(), within)
      .toBe(0);
  });
});

describe('roles and people', () => {
  it('a role is made of single permissions', async () => {
    const { page, goTo } = olga;
    await goTo('/settings/roles');
    await press('Add a role');
    await page.getByLabel('Name', { exact: true }).fill('Night shift');
    await page.getByRole('checkbox', { name: 'Read the audit trail' }).check();
    await press('Save');
    await page.getByText('Saved. In force').waitFor();

    await page.locator('.role-card', { hasText: 'Night shift' }).getByText('6 of').waitFor();
  });

  it('is given to a person, who sees one topic from then on', async () => {
    const { page, goTo } = olga;
    await goTo('/people');
    await page.getByRole('searchbox', { name: 'Find by name or address' }).fill('len');
    await page.getByRole('link', { name: /^Lena/ }).click();
    const sheet = page.locator('.person-page');
    await sheet.getByRole('combobox', { name: 'Role', exact: true }).selectOption('Night shift');
    await sheet.getByRole('checkbox', { name: 'All topics' }).uncheck();
    const topics = sheet.getByRole('group', { name: 'Only these topics' }).getByRole('checkbox');
    for (const topic of (await topics.all()).slice(1)) await topic.uncheck();
    await press('Save');
    await expect.poll(() => page.locator('.save-bar').count(), within).toBe(0);

    const lena = await journey.as('Lena');
    await expect.poll(async () => (await lena.get('/api/audit')).status, within).toBe(200);
    expect(await lena.get('/api/me')).toMatchObject({
      body: { roleName: 'Night shift', agent: { scope: { topics: [expect.any(String)] } } },
    });
    expect(await lena.get('/api/queues')).toMatchObject({ body: { queues: [expect.anything()] } });
  });

  it('is not taken away while somebody has it', async () => {
    const { page, goTo } = olga;
    await goTo('/settings/roles');
    await page.locator('.role-card summary', { hasText: 'Night shift' }).click();
    const remove = page.getByRole('button', { name: 'Remove: Night shift' });
    await page
      .locator('summary', { hasText: 'Night shift' })
      .getByText('1 person has it')
      .waitFor();

    expect(await remove.isDisabled()).toBe(true);
  });

  it('broke nothing on the way', () => {
    expect(olga.faults).toEqual([]);
  });
});
