import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aJourneyDesk, type JourneyDesk } from '../make/a-journey-desk.ts';
import { aStranger, untilPosted } from '../make/letters.ts';
import { aWindow, signedIn, type Window } from './a-window.ts';
import { graveFindings, overflow } from './axe.ts';
import { openBrowser } from './open-browser.ts';

let journey: JourneyDesk;
let browser: Browser;
let customer: Window;
beforeAll(async () => {
  [journey, browser] = await Promise.all([aJourneyDesk(), openBrowser()]);
  customer = await aWindow(browser, { locale: 'ru-RU', viewport: { width: 390, height: 844 } });
});
afterAll(async () => {
  await browser.close();
  await journey.end();
});

describe('the request form', () => {
  const kim = aStranger();

  it('speaks the customer’s language and asks what it is about', async () => {
    const { page } = customer;
    await page.goto(`${journey.desk.baseUrl}/request`);
    await page.getByRole('heading', { name: 'Чем помочь?' }).waitFor();

    expect(await page.locator('html').getAttribute('lang')).toBe('ru');
    expect(await graveFindings(page)).toEqual([]);
  });

  it('says beside each question what is missing, and goes to the first', async () => {
    const { page } = customer;
    await page.locator('.topics button').first().click();
    await page.getByRole('button', { name: 'Отправить' }).click();

    const first = page.locator('form [aria-invalid]').first();
    expect(await first.evaluate((field) => field.matches(':focus'))).toBe(true);
    expect(await graveFindings(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
  });

  it('takes the question with a file', async () => {
    const { page } = customer;
    for (const field of await page.locator('form input[required]:not([type=email])').all())
      await field.fill((await field.getAttribute('type')) === 'date' ? '2026-11-01' : '77-1');
    for (const field of await page.locator('form select[required]').all())
      await field.selectOption({ index: 1 });
    await page.getByLabel('Ваш вопрос').fill('Где мой кэшбэк?');
    await page.getByLabel('Ваш адрес почты').fill(kim);
    await page.setInputFiles('input[type=file]', {
      name: 'чек.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('77-1'),
    });
    await page.locator('.uploads progress').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Отправить' }).click();

    await page.getByRole('heading', { name: 'Мы получили ваш вопрос.' }).waitFor();
    const acknowledgement = await untilPosted(journey.desk, kim, () => true);
    expect(acknowledgement.text).toMatch(/[а-я]/);
    expect(customer.faults).toEqual([]);
  });

  it('becomes a ticket that an agent reads in Russian', async () => {
    const { page, faults } = await signedIn(browser, journey, { name: 'Ann', locale: 'ru-RU' });
    await page.getByRole('button', { name: 'Следующее' }).first().click();
    await page.getByText('Где мой кэшбэк?').first().waitFor();

    await page.getByRole('button', { name: 'чек.txt' }).waitFor();
    expect(await page.locator('.composer').innerText()).toContain('Отправить');
    expect(await graveFindings(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    await page.locator('.composer textarea').focus();
    expect(await overflow(page)).toBe(0);
    expect(faults).toEqual([]);
  });
});
