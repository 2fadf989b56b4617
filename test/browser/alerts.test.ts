import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultPromises } from '../../functions/desk/promises/defaults.ts';
import { deskStore } from '../../functions/dynamo/desk-lists.ts';
import { aJourneyDesk, type JourneyDesk } from '../make/a-journey-desk.ts';
import { aPromise } from '../make/a-promise.ts';
import { alertsAtOnce } from '../make/an-alerting.ts';
import { aStranger, sendLetter, untilTaken } from '../make/letters.ts';
import { until } from '../make/until.ts';
import { signedIn, type Window, within } from './a-window.ts';
import { graveFindings } from './axe.ts';
import { openBrowser } from './open-browser.ts';

/** Bugs are answered within two seconds here. */
const hasty = aPromise({
  id: 'hasty',
  conditions: { topics: ['bug'] },
  normal: { 'first-reply': { calendar: '24x7', targetSeconds: { normal: 2 } } },
});

let journey: JourneyDesk;
let browser: Browser;
/** Leads the topic: who hears of it when nobody holds the ticket. */
let lena: Window;
let ticketId = '';
beforeAll(async () => {
  [journey, browser] = await Promise.all([aJourneyDesk(), openBrowser()]);
  await deskStore(journey.table).save('promises', [hasty, ...defaultPromises], 0);
  await deskStore(journey.table).save('alerts', alertsAtOnce, 0);
  lena = await signedIn(browser, journey, { name: 'Lena' });
  await lena.goTo('/queues/bug');
  const letter = { from: aStranger(), subject: 'The site does not work' };
  ticketId = await untilTaken(journey.table, await sendLetter(journey.desk, letter));
});
afterAll(async () => {
  await browser.close();
  await journey.end();
});

describe('a ticket that nobody answers', () => {
  it('appears in an empty list by itself', async () => {
    const row = lena.page.locator('.row', { hasText: 'The site does not work' });
    await row.waitFor();

    expect(await row.getAttribute('href')).toBe(`/tickets/${ticketId}`);
  });

  it('is announced on the screen once its promise is broken', async () => {
    const alert = lena.page.getByRole('link', { name: 'Late: The site does not work' });
    await until('the alert', async () => {
      await journey.desk.invoke('clock', {});
      return await alert.isVisible();
    });

    expect(await graveFindings(lena.page)).toEqual([]);
    await alert.click();
    await lena.page.getByText('Promise broken').waitFor();
  });

  it('is read out once and can be put away', async () => {
    await lena.page.getByRole('button', { name: 'Dismiss' }).click();

    await expect.poll(() => lena.page.locator('.alert').count(), within).toBe(0);
  });
});

describe('a line that breaks', () => {
  it('is said to be broken, and what happened meanwhile appears when it is back', async () => {
    await lena.goTo('/queues/legal');
    await lena.page.context().setOffline(true);
    await lena.page.getByText('Connection lost').waitFor();
    const letter = { from: aStranger(), subject: 'A contract to sign' };
    await untilTaken(journey.table, await sendLetter(journey.desk, letter));
    await lena.page.context().setOffline(false);

    await lena.page.locator('.row', { hasText: 'A contract to sign' }).waitFor();
  });
});
