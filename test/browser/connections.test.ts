import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import settings from '../../desk.config.ts';
import { aJourneyDesk, type JourneyDesk } from '../make/a-journey-desk.ts';
import { untilPosted } from '../make/letters.ts';
import { signedIn, type Window, within } from './a-window.ts';
import { openBrowser } from './open-browser.ts';

let journey: JourneyDesk;
let browser: Browser;
let olga: Window;
beforeAll(async () => {
  [journey, browser] = await Promise.all([aJourneyDesk(), openBrowser()]);
  olga = await signedIn(browser, journey, { name: 'Olga' });
  await olga.page.getByRole('link', { name: 'Connections' }).click();
  await olga.page.locator('.connection').first().waitFor();
});
afterAll(async () => {
  await browser.close();
  await journey.end();
});

const row = (name: string) =>
  olga.page.locator('.connection', { has: olga.page.getByRole('heading', { name, exact: true }) });
const press = (name: string) => olga.page.getByRole('button', { name }).click();

describe('the page of connections', () => {
  it('has every end of the desk, with the address its provider must be given', async () => {
    await expect
      .poll(() => olga.page.locator('.connection').count(), within)
      .toBe(settings.connections.length);
    expect(await row('Kopilka bot').locator('code').innerText()).toMatch(
      /\/hooks\/telegram\/telegram-main$/,
    );
  });

  it('copies that address', async () => {
    const { page } = olga;
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const address = await row('Kopilka bot').locator('code').innerText();
    await press(`Copy: ${address}`);
    await page.getByRole('status').getByText('Copied').waitFor();

    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(address);
  });

  it('asks the provider at once when told to', async () => {
    await press('Check now: Kopilka bot');

    await row('Kopilka bot').getByText('Working').waitFor();
    await row('Kopilka bot').getByText('as @').waitFor();
  });

  it('says what to do when the provider no longer takes our credentials, also beside its name', async () => {
    const body = { ok: false, error_code: 401, description: 'Unauthorized' };
    journey.desk.failOutside({ host: 'api.telegram.org', status: 401, body, times: 3 });
    await press('Check now: Kopilka bot');
    await row('Kopilka bot').getByText('Access revoked').waitFor();

    await row('Kopilka bot').getByText('Put new ones into the connection’s secret').waitFor();
    await olga.page.getByRole('link', { name: '1 not working' }).waitFor();
  });

  it('sends the person who asks a test by mail', async () => {
    await press('Send me a test: Kopilka Support');
    await row('Kopilka Support')
      .getByText(/Test to olga@.*: sent/)
      .waitFor();

    await untilPosted(journey.desk, 'olga@kopilka.example', () => true);
  });

  it('asks where to send a test by SMS', async () => {
    await press('Send me a test: Kopilka SMS');
    await olga.page.getByLabel('Your telephone number').fill('+4915735980099');
    await press('Send the test');

    await row('Kopilka SMS')
      .getByText(/Test to \+4915735980099/)
      .waitFor();
  });

  it('leads to a guide that the desk itself serves', async () => {
    const link = row('Kopilka page').getByRole('link', { name: 'How to connect' });
    const answer = await fetch(
      new URL((await link.getAttribute('href')) ?? '', journey.desk.baseUrl),
    );

    expect(answer.headers.get('content-type')).toContain('text/html');
    expect(await answer.text()).toContain('Messenger');
  });

  it('is not for operators', async () => {
    const ann = await signedIn(browser, journey, { name: 'Ann' });
    await ann.goTo('/connections');

    await ann.page.getByText('There is no such page.').waitFor();
    await expect
      .poll(() => ann.page.getByRole('link', { name: 'Connections' }).count(), within)
      .toBe(0);
  });

  it('broke nothing on the way', () => {
    expect(olga.faults).toEqual([]);
  });
});
