import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultPromises } from '../../functions/desk/promises/defaults.ts';
import { deskStore } from '../../functions/dynamo/desk-lists.ts';
import { addressOf, aJourneyDesk, type JourneyDesk } from '../make/a-journey-desk.ts';
import { aPromise } from '../make/a-promise.ts';
import {
  aStranger,
  isFromPerson,
  type Posted,
  postedTo,
  sendLetter,
  untilPosted,
  untilTaken,
} from '../make/letters.ts';
import type { Staff } from '../make/staff.ts';
import { until } from '../make/until.ts';

const hasty = aPromise({
  id: 'hasty',
  conditions: { topics: ['bug'] },
  normal: { 'first-reply': { calendar: '24x7', targetSeconds: { normal: 1 } } },
});

let journey: JourneyDesk;
let ann: Staff;
beforeAll(async () => {
  journey = await aJourneyDesk();
  ann = await journey.as('Ann');
  await deskStore(journey.table).save('promises', [hasty, ...defaultPromises], 0);
});
afterAll(() => journey.end());

/** A customer's ticket of which Lena was notified, and the notification as she has it. */
const notified = async (): Promise<{ kim: string; ticketId: string; notice: Posted }> => {
  const kim = aStranger();
  const letter = await sendLetter(journey.desk, {
    from: kim,
    subject: 'Error 500 on the page',
    text: 'The site does not work.',
  });
  const ticketId = await untilTaken(journey.table, letter);
  const number = ticketId.slice('tkt_'.length);
  const notice = await until('the notification', async () => {
    await journey.desk.invoke('clock', {});
    const mails = await postedTo(journey.desk, addressOf('Lena'));
    return mails.find(({ subject }) => subject?.startsWith(`Late: ticket ${number},`));
  });
  return { kim, ticketId, notice };
};
const replyAddressOf = ({ replyTo }: Posted) => replyTo?.[0]?.address ?? expect.fail();
const quoted = (notice: Posted) =>
  `\n\nOn 22 Nov 2026, at 10:00, Desk wrote:\n\n${(notice.text ?? '').replaceAll(/^/gm, '> ')}`;

describe('a notification that an agent answers by mail', () => {
  it('sends the answer to the customer, who learns nothing of the notification', async () => {
    const { kim, ticketId, notice } = await notified();

    await sendLetter(journey.desk, {
      from: `Lena <${addressOf('Lena')}>`,
      to: replyAddressOf(notice),
      subject: `Re: ${notice.subject}`,
      text: `It works again, sorry.${quoted(notice)}`,
    });

    const answer = await untilPosted(journey.desk, kim, isFromPerson);
    expect(answer.text).toMatch(/^It works again, sorry\./);
    expect(`${answer.text}${answer.html}`).not.toContain('/tickets/tkt_');
    expect(answer.from?.name).toMatch(/^Lena via /);
    const { ticket } = await ann.untilTicket(
      ticketId,
      'is answered',
      (view) => view.ticket.status === 'waiting',
    );
    expect(ticket.assigneeId).toBe(journey.agents['Lena']?.id);
  });

  it('keeps a note among colleagues', async () => {
    const { kim, ticketId, notice } = await notified();

    await sendLetter(journey.desk, {
      from: addressOf('Lena'),
      to: replyAddressOf(notice),
      text: `#note\nKnown since this morning.${quoted(notice)}`,
    });

    const { entries } = await ann.untilTicket(ticketId, 'has a note', (view) =>
      view.entries.some(({ type }) => type === 'note'),
    );
    expect(entries.find(({ type }) => type === 'note')).toMatchObject({
      text: 'Known since this morning.',
      author: { name: 'Lena' },
    });
    expect((await postedTo(journey.desk, kim)).filter(isFromPerson)).toEqual([]);
  });

  it.each([
    ['forges the agent’s address', addressOf('Lena'), 'spf=FAIL dkim=FAIL dmarc=FAIL policy=none'],
    ['is another colleague', addressOf('Bob'), 'spf=PASS dkim=PASS dmarc=PASS'],
  ])('is of no use to who %s', async (_, from, verdicts) => {
    const { ticketId, notice } = await notified();

    const letter = await sendLetter(journey.desk, {
      from,
      to: replyAddressOf(notice),
      text: 'Send the money to me.',
      headers: { 'X-Local-Verdict': verdicts },
    });

    expect(await untilTaken(journey.table, letter)).not.toBe(ticketId);
    const messages = await ann.messages(ticketId);
    expect(messages.some(({ text }) => text.includes('Send the money'))).toBe(false);
  });
});
