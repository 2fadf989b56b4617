import type { JourneyDesk } from './a-journey-desk.ts';
import { untilDelivered } from './hooks.ts';
import {
  messageId,
  pageDelivery,
  postDelivery,
  somebody,
  untilTaken,
  whatsappDelivery,
} from './meta-hooks.ts';
import {
  anOkChat,
  aViberToken,
  aViberUser,
  aVkUser,
  okMessage,
  postOk,
  postViber,
  postVk,
  vkMessage,
  vkNumber,
} from './social-hooks.ts';

/** A picture by every network: its hook proves it, and intake fetches it with the connection's credentials. */
export async function walkNetworks({ desk, table }: JourneyDesk): Promise<void> {
  // An address from which a stand-in serves a picture.
  const url = `${desk.baseUrl}/_local/outside/api.telegram.org/file/bot1:a/files/photo-1`;

  const from = somebody();
  const wamid = messageId('wamid.');
  const image = { id: '810000000000002', mime_type: 'image/png' };
  const timestamp = String(Math.floor(Date.now() / 1_000));
  await postDelivery(
    desk,
    'whatsapp',
    whatsappDelivery({
      contacts: [{ profile: { name: 'Olya' }, wa_id: from }],
      messages: [{ from, id: wamid, timestamp, type: 'image', image }],
    }),
  );
  await untilTaken(table, 'whatsapp', wamid);

  for (const channel of ['messenger', 'instagram'] as const) {
    const mid = messageId('m_');
    const message = { mid, attachments: [{ type: 'image', payload: { url } }] };
    await postDelivery(desk, channel, pageDelivery(channel, somebody(), { message }));
    await untilTaken(table, channel, mid);
  }

  const token = aViberToken();
  const picture = {
    event: 'message',
    sender: { id: aViberUser(), name: 'Olya' },
    message: { type: 'picture', media: url, text: '' },
  };
  await postViber(desk, picture, { token });
  await untilDelivered(table, ['viber', 'viber'], token);

  const photo = { id: 1, owner_id: 1, sizes: [{ type: 'x', url, width: 10, height: 10 }] };
  const attachments = [{ type: 'photo', photo }];
  const said = vkMessage(aVkUser(), 'Look', { attachments });
  await postVk(desk, 'message_new', { message: said });
  await untilDelivered(table, ['vk', 'vk'], vkNumber(said));

  const shown = okMessage(anOkChat(), 'Look', {
    attachments: [{ type: 'IMAGE', payload: { url } }],
  });
  await postOk(desk, shown);
  await untilDelivered(table, ['ok', 'ok'], shown.message.mid);
}
