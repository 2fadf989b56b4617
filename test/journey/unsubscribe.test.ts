import { afterAll, beforeAll, expect, it } from 'vitest';
import { aJourneyDesk, type JourneyDesk } from '../make/a-journey-desk.ts';
import { keepMailClean } from '../make/keep-mail-clean.ts';
import {
  aStranger,
  isFromPerson,
  postedTo,
  sendLetter,
  untilPosted,
  untilTaken,
} from '../make/letters.ts';
import { untilSettled } from '../make/until-settled.ts';

let journey: JourneyDesk;
beforeAll(async () => {
  journey = await aJourneyDesk();
});
afterAll(() => journey.end());

const write = async (from: string, subject: string) =>
  untilTaken(journey.table, await sendLetter(journey.desk, { from, subject }));
const inBrowser = { accept: 'text/html', 'accept-language': 'en' };

it('stops acknowledgements for who pressed the button, and no answer of a person', async () => {
  const ann = await journey.as('Ann');
  const from = aStranger();
  await write(from, 'First');
  const first = await untilPosted(journey.desk, from, (mail) => !isFromPerson(mail));
  const link = new URL(/<(.*)>/.exec(first.header('list-unsubscribe'))?.[1] ?? '');
  const address = journey.desk.baseUrl + link.pathname + link.search;

  const page = await (await fetch(address, { headers: inBrowser })).text();
  const pressed = await fetch(address, { method: 'POST', headers: inBrowser });
  const ticketId = await write(from, 'Second');
  await untilSettled(journey.desk);
  await ann.reply(ticketId, { text: 'Here you are.' });
  const answer = await untilPosted(journey.desk, from, isFromPerson);

  expect(first.header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
  expect(page).toContain('<button>No more automatic mail');
  expect([pressed.status, await pressed.text()]).toEqual([200, expect.stringContaining('no more')]);
  expect(answer.header('list-unsubscribe')).toBe('');
  expect((await postedTo(journey.desk, from)).filter((mail) => !isFromPerson(mail))).toHaveLength(
    1,
  );
});

it('is what an admin can walk through', async () => {
  await keepMailClean(journey, await journey.as('Olga', { isStrict: true }));

  const { body } = await (await journey.as('Olga')).get<{ suppressed: object[] }>(
    '/api/suppressed',
  );
  expect(body.suppressed).toEqual([]);
});
