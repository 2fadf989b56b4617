import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aJourneyDesk, type JourneyDesk } from '../make/a-journey-desk.ts';
import {
  aChat,
  anUpdate,
  numberIn,
  postUpdate,
  saidIn,
  telegram,
  untilDelivered,
} from '../make/hooks.ts';
import {
  aStranger,
  isFromPerson,
  type Posted,
  sendLetter,
  untilPosted,
  untilTaken,
} from '../make/letters.ts';
import type { Staff } from '../make/staff.ts';
import { until } from '../make/until.ts';

let journey: JourneyDesk;
let ann: Staff;
const chat = aChat();
const from = aStranger();
let ticketId = '';
const write = async (text: string): Promise<string> => {
  const update = anUpdate(chat, text);
  await postUpdate(journey.desk, update);
  return untilDelivered(journey.table, telegram, numberIn(update));
};

beforeAll(async () => {
  journey = await aJourneyDesk();
  ann = await journey.as('Ann');
  ticketId = await write('Please help me.');
  const mailTicket = await untilTaken(journey.table, await sendLetter(journey.desk, { from }));
  const [chatter, mailer] = [await ann.view(ticketId), await ann.view(mailTicket)];
  const path = `/api/customers/${chatter.ticket.customerId}/merge`;
  await ann.post(path, { otherId: mailer.ticket.customerId });
});
afterAll(() => journey.end());

describe('a person of two channels', () => {
  let posted: Posted;

  it('can be answered by the other one', async () => {
    const { reach, otherWays } = await ann.view(ticketId);
    expect(reach).toMatchObject({ channel: 'telegram', state: 'open' });
    const [mail] = otherWays;
    expect(mail).toMatchObject({ channel: 'mail', address: from, state: 'open' });
    const { ticket } = await ann.view(ticketId);

    await ann.post(`/api/tickets/${ticketId}/replies`, {
      clientId: crypto.randomUUID(),
      text: 'Here is the contract.',
      answersId: ticket.lastPublicId,
      via: { connectionId: mail?.connectionId, address: mail?.address },
    });

    posted = await untilPosted(journey.desk, from, isFromPerson);
    expect(saidIn(journey.desk, chat).map(({ text }) => text)).not.toContain(
      'Here is the contract.',
    );
  });

  it('answers there on the same ticket, which goes on there', async () => {
    const inReplyTo = posted.messageId;
    const answer = await sendLetter(journey.desk, { from, inReplyTo, text: 'Signed.' });

    expect(await untilTaken(journey.table, answer, undefined)).toBe(ticketId);
    await ann.untilTicket(ticketId, 'is open', ({ ticket }) => ticket.status === 'open');
    await ann.reply(ticketId, { text: 'Thank you.' });
    await until('two mails', async () =>
      (await ann.messages(ticketId)).some(
        ({ text, channel }) => text === 'Thank you.' && channel === 'mail',
      ),
    );
  });

  it('comes back in the chat, and is answered there again', async () => {
    expect(await write('One more thing.')).toBe(ticketId);

    await ann.untilTicket(
      ticketId,
      'is in the chat',
      ({ ticket }) => ticket.channel === 'telegram',
    );
    await ann.reply(ticketId, { text: 'Gladly.' });

    await until('the answer', () =>
      saidIn(journey.desk, chat).some(({ text }) => text === 'Gladly.'),
    );
  });
});
