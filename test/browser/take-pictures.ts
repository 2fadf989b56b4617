import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { type RunningDesk, startDesk } from '../../local/run/desk-runner.ts';
import { fillSecrets } from '../make/a-journey-desk.ts';
import { aWindow, signedIn, type Window } from './a-window.ts';
import { openBrowser } from './open-browser.ts';
import { smallPng } from './small-png.ts';

/** Takes the pictures of the README from a freshly seeded desk: `node test/browser/take-pictures.ts`. */
const folder = resolve(import.meta.dirname, '../../docs/pictures');
/** Bytes; a README should open quickly. */
const largest = 150_000;

const dataFolder = mkdtempSync(join(tmpdir(), 'firstline-pictures-'));
const say = (line: string) => process.stdout.write(`${line}\n`);

async function save(page: Page, name: string): Promise<void> {
  await page.mouse.move(0, 0);
  await page.evaluate('document.activeElement?.blur()');
  await page.evaluate('document.fonts.ready');
  const picture = smallPng(await page.screenshot({ animations: 'disabled' }));
  const size = picture.length;
  if (size > largest) throw new Error(`${name}.png has ${size} bytes, more than ${largest}`);
  writeFileSync(join(folder, `${name}.png`), picture);
  say(`${name}.png ${Math.round(size / 1024)} KB`);
}

const openRow = async ({ page, goTo }: Window, list: string, text: string) => {
  await goTo(list);
  await page.locator('.row', { hasText: text }).first().click();
  await page.locator('.message').first().waitFor();
};

/** Every provider was asked how we are; one no longer takes our credentials. */
async function checkConnections({ page, goTo }: Window, desk: RunningDesk): Promise<void> {
  await fillSecrets(desk);
  await goTo('/connections');
  const checks = page.getByRole('button', { name: 'Check now: ' });
  await checks.first().waitFor();
  const body = { ok: false, error_code: 401, description: 'Unauthorized' };
  desk.failOutside({ host: 'api.telegram.org', status: 401, body, times: 9 });
  const names = await checks.evaluateAll((buttons: unknown[]) =>
    buttons.map((button) => (button as { ariaLabel: string }).ariaLabel),
  );
  // The stand-in's telephone numbers lead nowhere yet.
  for (const name of names.filter((name) => !/SMS|Phone/.test(name)))
    await page.getByRole('button', { name, exact: true }).click();
  await page.getByRole('button', { name: 'Send me a test: Kopilka Support' }).click();
  await page.getByText('Test to martin@kopilka.example: sent').waitFor();
  await page.locator('.connection', { hasText: 'Access revoked' }).waitFor();
  await page.locator('.tag.good', { hasText: 'Working' }).nth(3).waitFor();
  await page.evaluate("document.querySelector('main').scrollTo(0, 0)");
}

async function takePictures(): Promise<void> {
  const desk = await startDesk({ dataFolder, say });
  const browser = await openBrowser();
  const as = (name: string, options: BrowserContextOptions = {}) =>
    signedIn(browser, { desk }, { name, locale: 'en-GB', ...options });
  try {
    const lead = await as('Martin Lindqvist');
    await lead.goTo('/queues/missing-cashback');
    await lead.page.locator('.row').nth(5).waitFor();
    await lead.page.locator('.side-bar .presence-mark').waitFor();
    await save(lead.page, 'work-list');
    await checkConnections(lead, desk);
    await save(lead.page, 'connections');
    await lead.goTo('/peaks/forecast');
    await lead.page.getByRole('button', { name: 'A week earlier' }).click();
    await lead.page.locator('.forecast-came').nth(160).waitFor();
    await save(lead.page, 'forecast');
    const operator = await as('Priya Raman');
    await openRow(operator, '/mine', 'Two accounts in one household');
    await save(operator.page, 'ticket');

    const phone = { viewport: { width: 390, height: 844 }, colorScheme: 'dark' } as const;
    const onTheWay = await as('Priya Raman', phone);
    await openRow(onTheWay, '/mine', 'on two computers');
    await save(onTheWay.page, 'ticket-phone-dark');

    const colleague = await as('Анна Ковальская', { locale: 'ru-RU' });
    await openRow(colleague, '/queues/payouts', 'снимок внутри письма');
    await colleague.page.getByRole('button', { name: 'Показать как прислано' }).first().click();
    await colleague.page.frameLocator('.html-body').locator('img').waitFor();
    await save(colleague.page, 'ticket-russian');

    const customer = await aWindow(browser, { viewport: { width: 720, height: 1200 } });
    await customer.page.goto(`${desk.baseUrl}/request?topic=missing-cashback`);
    await customer.page.locator('.request-form').waitFor();
    await save(customer.page, 'request-form');
  } finally {
    await browser.close();
    await desk.stop();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

mkdirSync(folder, { recursive: true });
await takePictures();
