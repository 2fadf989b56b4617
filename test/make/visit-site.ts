import { randomUUID } from 'node:crypto';
import { visitStore } from '../../functions/dynamo/visits.ts';
import type { JourneyDesk } from './a-journey-desk.ts';
import { aScreen } from './a-screen.ts';
import { pushedTo, untilChatTicket } from './a-talk.ts';
import { askChat, aWidget, signedUser } from './a-widget.ts';
import { putFile, type Staff } from './staff.ts';
import { until } from './until.ts';

type Grant = { grant: string; url: string; headers: Record<string, string> };

/** Everything that happens in the site chat, each thing once. */
export async function visitSite({ desk, table }: JourneyDesk, olga: Staff): Promise<void> {
  const widget = await aWidget(desk.baseUrl, { user: signedUser({ id: randomUUID() }) });
  const { token, chat } = widget.session;
  const content = Buffer.from('a receipt');
  const body = { token, name: 'receipt.txt', type: 'text/plain', size: content.length };
  const { body: granted } = await askChat<Grant>(desk.baseUrl, 'uploads', { body });
  // Too early: the file is not there yet.
  await widget.write('Here it is', { files: [granted.grant] });
  await putFile(granted, content);
  const clientMsgId = randomUUID();
  await widget.write('Here it is', { clientMsgId, files: [granted.grant] });
  const ticketId = await untilChatTicket({ table }, widget, clientMsgId);

  const screen = await aScreen(olga);
  screen.say({ type: 'watch', ticketId });
  widget.say({ type: 'typing' });
  await until('the typing', () => screen.heard.some(({ type }) => type === 'typing'));
  await olga.post(`/api/tickets/${ticketId}/typing`, {});
  // A page whose end nobody told: its items are still there.
  const connectedAt = new Date().toISOString();
  const ghost = { socketId: 'ghost-visit=', connectionId: 'site-chat', chat, connectedAt };
  await visitStore(table).open(ghost);
  await olga.reply(ticketId, { text: 'Thank you.' });
  await until('the answer', () => pushedTo(widget).includes('Thank you.'));
  const { messages } = await widget.history();
  widget.say({ type: 'seen', what: 'read', until: messages.at(-1)?.at });
  screen.say({ type: 'unwatch', ticketId });
  screen.close();
  widget.kill();
}
