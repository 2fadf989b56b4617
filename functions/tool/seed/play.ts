import type { Ticket } from '../../../schemas/ticket.ts';
import type { Message } from '../../../schemas/timeline.ts';
import type { TicketChange } from '../../desk/change.ts';
import type { StoredAgent } from '../../desk/people-stores.ts';
import { changeStatus, snooze } from '../../desk/tickets/change-status.ts';
import { assign, claim } from '../../desk/tickets/claim.ts';
import { changePriority, move } from '../../desk/tickets/move.ts';
import { note, noteIdOf } from '../../desk/tickets/note.ts';
import { reply, replyIdOf } from '../../desk/tickets/reply.ts';
import { tickTicket } from '../../desk/tickets/tick.ts';
import { describedTopics } from '../../entry/desk-topics.ts';
import { recordDelivery } from '../../entry/record-delivery.ts';
import { attach } from './attach.ts';
import { deliverQueued } from './deliver-queued.ts';
import { answer, answerAs, open } from './receive-words.ts';
import type { Story, Turn } from './story.ts';
import type { World } from './world.ts';

const minute = 60_000;

/** Tells one story until it ends or the present is reached, with everything that time alone does in between. */
export const play = async (world: World, story: Story): Promise<void> => {
  world.clock.at = story.opensAt;
  let ticketId = await open(world, story);
  if (ticketId === undefined) throw new Error(`"${story.subject}" opened no ticket`);
  let at = story.opensAt;
  for (const [index, turn] of story.turns.entries()) {
    // Mail and chats know no finer time.
    at += Math.round((turn.minutes * minute) / 1_000) * 1_000;
    if (at > world.until) break;
    await passTime(world, ticketId, at);
    at = Math.max(at, Math.ceil(world.clock.at / 1_000) * 1_000);
    world.clock.at = at;
    const next = await take(world, story, { ticketId, turn, index });
    await deliverQueued(world);
    if (next === undefined || next === ticketId) continue;
    // A late answer opened a follow-up: the story goes on there.
    await passTime(world, ticketId, world.until);
    ticketId = next;
  }
  await passTime(world, ticketId, world.until);
};

/** The clock function looks at a ticket within the minute after its moment. */
const passTime = async (world: World, ticketId: string, until: number): Promise<void> => {
  for (let looks = 0; looks < 100; looks += 1) {
    const ticket = await world.desk.tickets.load(ticketId);
    const due = Date.parse(ticket?.nextDueAt ?? '');
    const seen = Math.ceil((due + 1) / minute) * minute;
    if (!ticket || Number.isNaN(due) || seen > until) return;
    const now = new Date(seen).toISOString();
    const change = tickTicket({ ticket, book: world.book, now });
    if (!change) return;
    await save(world, change);
  }
};

const save = async ({ desk }: World, change: TicketChange | undefined): Promise<void> => {
  if (change && (await desk.tickets.save(change)) === 'stale')
    throw new Error(`${change.ticket.id} was saved out of order`);
};

type Taking = { readonly ticketId: string; readonly turn: Turn; readonly index: number };

/** One turn; answers the ticket that a customer's message went to. */
const take = async (world: World, story: Story, taking: Taking): Promise<string | undefined> => {
  const ticket = await world.desk.tickets.load(taking.ticketId);
  if (!ticket) throw new Error(`${taking.ticketId} is gone`);
  const { turn } = taking;
  const told = { ticketId: ticket.id, number: ticket.number };
  if (turn.does === 'customer') return answer(world, story, { ...told, words: turn });
  if (turn.does === 'third-party')
    await answerAs(world, story, { ...told, words: turn, person: turn.person });
  else if (turn.does === 'auto-reply')
    await answerAs(world, story, {
      ...told,
      words: turn,
      person: story.customer,
      headers: ['Auto-Submitted: auto-replied', 'X-Auto-Response-Suppress: All'],
    });
  else if (turn.does === 'bounce') await bounce(world, ticket.id, turn);
  else await work(world, story, { ...taking, turn, ticket });
  return undefined;
};

type Work = Exclude<Turn, { does: 'customer' | 'third-party' | 'auto-reply' | 'bounce' }>;
type Working = { readonly turn: Work; readonly index: number; readonly ticket: Ticket };

/** What agents do. */
const work = async (world: World, story: Story, { turn, index, ticket }: Working) => {
  const now = new Date(world.clock.at).toISOString();
  const by = agentOf(world, 'by' in turn && turn.by !== undefined ? turn.by : story.agent);
  const asked = { ticket, by, book: world.book, now };
  const clientId = `seed-${index}`;
  switch (turn.does) {
    case 'claim':
      return save(world, claim({ ...asked, takeOver: true }));
    case 'release':
      return save(world, assign({ ...asked, assignee: undefined }));
    case 'status':
      return save(world, changeStatus({ ...asked, status: turn.status }));
    case 'priority':
      return save(world, changePriority({ ...asked, priority: turn.priority }));
    case 'snooze': {
      const until = new Date(world.clock.at + turn.hours * 60 * minute).toISOString();
      return save(world, snooze({ ...asked, until }).change);
    }
    case 'note': {
      const folder = `files/${noteIdOf(ticket.id, by.id, clientId)}`;
      const attachments = await attach(world, folder, turn.files);
      return save(world, note({ ...asked, clientId, text: turn.text, attachments }).change);
    }
    case 'reply':
      return replyAs(world, story, { asked, turn, clientId });
  }
};

type Replying = {
  readonly asked: Omit<Parameters<typeof changeStatus>[0], 'status'> & { readonly by: StoredAgent };
  readonly turn: Extract<Turn, { does: 'reply' }>;
  readonly clientId: string;
};

/** Whoever answers takes the ticket first, as "next ticket" does for them, and puts it where it belongs. */
const replyAs = async (
  world: World,
  story: Story,
  { asked, turn, clientId }: Replying,
): Promise<void> => {
  const { id } = asked.ticket;
  const load = async () => (await world.desk.tickets.load(id)) ?? asked.ticket;
  if (asked.ticket.status !== 'closed') await save(world, claim({ ...asked, takeOver: true }));
  const [topic] = describedTopics(undefined, [story.topic]);
  const isStray = asked.ticket.topic !== story.topic && asked.ticket.topicReason.rule !== 'agent';
  const desk = await world.dispatch.lists([]);
  if (topic && isStray) await save(world, move({ ...asked, ticket: await load(), topic, desk }));
  const ticket = await load();
  const folder = `files/${replyIdOf(ticket.id, asked.by.id, clientId)}`;
  const { change } = reply({
    ...asked,
    ticket,
    clientId,
    text: turn.text,
    answersId: ticket.lastPublicId,
    attachments: await attach(world, folder, turn.files),
    statusAfter: turn.leaves,
  });
  await save(world, change);
};

/** SES tells that our newest answer came back. */
const bounce = async (
  world: World,
  ticketId: string,
  { error, permanent }: Extract<Turn, { does: 'bounce' }>,
): Promise<void> => {
  const timeline = await world.desk.tickets.loadWithTimeline(ticketId, { limit: 100 });
  const newest = timeline?.entries.findLast(
    (entry): entry is Message => entry.type === 'message' && entry.kind === 'reply',
  );
  if (newest) await recordDelivery(world.deliver, newest, { action: 'bounced', error, permanent });
};

const agentOf = ({ agents }: World, email: string): StoredAgent => {
  const agent = agents.find((one) => one.email.startsWith(`${email}@`));
  if (!agent) throw new Error(`nobody is called ${email}`);
  return agent;
};
