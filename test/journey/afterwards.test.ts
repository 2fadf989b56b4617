import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CustomerCard } from '../../schemas/api/customers.ts';
import { aJourneyDesk, type JourneyDesk } from '../make/a-journey-desk.ts';
import { aScreen } from '../make/a-screen.ts';
import { aReaction } from '../make/afterwards.ts';
import { aChat, anUpdate, numberIn, postUpdate, telegram, untilDelivered } from '../make/hooks.ts';
import { aStranger, sendLetter, untilTaken } from '../make/letters.ts';
import type { Staff } from '../make/staff.ts';
import { until } from '../make/until.ts';

let journey: JourneyDesk;
let ann: Staff;
beforeAll(async () => {
  journey = await aJourneyDesk();
  ann = await journey.as('Ann');
});
afterAll(() => journey.end());

const write = async (update: ReturnType<typeof anUpdate>): Promise<string> => {
  expect(await postUpdate(journey.desk, update)).toBeLessThan(300);
  return untilDelivered(journey.table, telegram, numberIn(update));
};

describe('a message that is there', () => {
  const chat = aChat();
  const update = anUpdate(chat, 'Where is my payout');
  let ticketId = '';
  beforeAll(async () => {
    ticketId = await write(update);
  });

  it('is edited where it stands, and screens hear of it', async () => {
    const screen = await aScreen(ann);
    const { message } = update;
    const edit = { ...message, text: 'Where is my payout?', edit_date: message.date + 5 };

    await postUpdate(journey.desk, { update_id: 7_000_001, edited_message: edit });

    const edited = await until('the edit', async () =>
      (await ann.messages(ticketId)).find(({ editedAt }) => editedAt !== undefined),
    );
    expect(edited).toMatchObject({
      text: 'Where is my payout?',
      wordings: [{ text: 'Where is my payout' }],
    });
    await until('the push', () =>
      screen.heard.some((said) => JSON.stringify(said).includes(ticketId)),
    );
    screen.close();
  });

  it('is reacted to', async () => {
    await postUpdate(journey.desk, aReaction(chat, update.message.message_id, '👍'));

    await until('the reaction', async () =>
      (await ann.messages(ticketId)).some(({ reactions }) => reactions?.[0]?.emoji === '👍'),
    );
  });
});

it('an album is one message', async () => {
  const chat = aChat();
  const part = (caption?: string) =>
    anUpdate(chat, '', {
      text: undefined,
      media_group_id: `g${chat}`,
      document: { file_id: `f${chat}`, file_name: 'bill.pdf', file_size: 10 },
      ...(caption !== undefined && { caption }),
    });
  const parts = [part('The bills'), part(), part()];

  await Promise.all(parts.map((each) => postUpdate(journey.desk, each)));

  const [first = parts[0]] = parts;
  const ticketId = await untilDelivered(journey.table, telegram, numberIn(first ?? part()));
  await until('all parts', async () => {
    const [message] = await ann.messages(ticketId);
    return message?.attachments.length === 3 && message.text.includes('The bills');
  });
  expect((await ann.messages(ticketId)).filter(({ kind }) => kind === 'customer')).toHaveLength(1);
});

it('two customers are one person, until they are parted', async () => {
  const from = aStranger();
  const byMail = await untilTaken(journey.table, await sendLetter(journey.desk, { from }));
  const byChat = await write(anUpdate(aChat(), 'It is me again'));
  const customerIdOf = async (id: string) => (await ann.view(id)).ticket.customerId;
  const [customerId, otherId] = await Promise.all([byMail, byChat].map(customerIdOf));
  const path = `/api/customers/${customerId}`;

  const { body: card } = await ann.post<CustomerCard>(`${path}/merge`, { otherId });

  expect(card.customer.identities).toHaveLength(2);
  const tickets = async () =>
    (await ann.get<{ items: { id: string }[] }>(`${path}/tickets`)).body.items.map(({ id }) => id);
  await until('both tickets', async () => {
    const ids = await tickets();
    return ids.includes(byMail) && ids.includes(byChat);
  });
  expect((await ann.view(byChat)).customer?.id).toBe(customerId);

  await ann.post(`${path}/part`, { otherId });

  expect(await tickets()).toEqual([byMail]);
  expect((await ann.view(byChat)).customer?.id).toBe(otherId);
});
