import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultPromises } from '../../functions/desk/promises/defaults.ts';
import { deskStore } from '../../functions/dynamo/desk-lists.ts';
import { aJourneyDesk, type JourneyDesk } from '../make/a-journey-desk.ts';
import { aPromise } from '../make/a-promise.ts';
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
let ann: Window;
let ticketId = '';
beforeAll(async () => {
  [journey, browser] = await Promise.all([aJourneyDesk(), openBrowser()]);
  await deskStore(journey.table).save('promises', [hasty, ...defaultPromises], 0);
  ann = await signedIn(browser, journey, { name: 'Ann' });
  await ann.goTo('/queues/bug');
  const letter = { from: aStranger(), subject: 'The site does not work' };
  ticketId = await untilTaken(journey.table, await sendLetter(journey.desk, letter));
});
afterAll(async () => {
  await browser.close();
  await journey.end();
});

describe('a ticket that nobody answers', () => {
  it('appears in an empty list by itself', async () => {
    const row = ann.page.locator('.row', { hasText: 'The site does not work' });
    await row.waitFor();

    expect(await row.getAttribute('href')).toBe(`/tickets/${ticketId}`);
  });

  it('is announced on the screen once its promise is broken', async () => {
    const alert = ann.page.getByRole('link', { name: 'Late: The site does not work' });
    await until('the alert', async () => {
      await journey.desk.invoke('clock', {});
      return await alert.isVisible();
    });

    expect(await graveFindings(ann.page)).toEqual([]);
    await alert.click();
    await ann.page.getByText('Promise broken').waitFor();
  });

  it('is read out once and can be put away', async () => {
    await ann.page.getByRole('button', { name: 'Dismiss' }).click();

    await expect.poll(() => ann.page.locator('.alert').count(), within).toBe(0);
  });
});

describe('a line that breaks', () => {
  it('is said to be broken, and what happened meanwhile appears when it is back', async () => {
    await ann.goTo('/queues/legal');
    await ann.page.context().setOffline(true);
    await ann.page.getByText('Connection lost').waitFor();
    const letter = { from: aStranger(), subject: 'A contract to sign' };
    await untilTaken(journey.table, await sendLetter(journey.desk, letter));
    await ann.page.context().setOffline(false);

    await ann.page.locator('.row', { hasText: 'A contract to sign' }).waitFor();
  });
});
