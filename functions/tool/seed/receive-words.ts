import { createHash } from 'node:crypto';
import type { InboundJob } from '../../../schemas/queue.ts';
import { handleTopicJob } from '../../entry/dispatch/handle-topic-job.ts';
import { handleJob } from '../../entry/intake/handle-job.ts';
import { replyAddress } from '../../mail/threading/reply-address.ts';
import { attach } from './attach.ts';
import { deliverQueued } from './deliver-queued.ts';
import { formJob, telegramFileId, telegramJob, webhookJob } from './jobs.ts';
import { type Letter, makeMail } from './raw-mail.ts';
import type { Person, Story, StoryFile } from './story.ts';
import type { World } from './world.ts';

export type Said = {
  readonly text: string;
  readonly html?: string;
  readonly files?: readonly StoryFile[];
};

/** The ticket a story goes on with, once it is open. */
export type Told = { readonly ticketId?: string; readonly number?: number };

/** A message from outside takes the way of the real ones: parsed, put on its ticket, dispatched, acknowledged. */
export const takeIn = async (world: World, job: InboundJob): Promise<string | undefined> => {
  const at = world.clock.at;
  world.clock.at = at + 1_200;
  await handleJob(world.intake)(job, 1);
  const [topicJob] = world.topicJobs.splice(0);
  world.clock.at = at + 1_900;
  if (topicJob) await handleTopicJob(world.dispatch)(topicJob);
  await deliverQueued(world);
  return topicJob?.ticketId;
};

/** The first message of a story; answers the ticket it opened. */
export const open = async (world: World, story: Story): Promise<string | undefined> => {
  const at = new Date(world.clock.at).toISOString();
  const { channel, customer, subject, opening } = story;
  if (channel === 'mail')
    return takeIn(
      world,
      await mailed(world, {
        from: { name: customer.name, address: customer.email },
        to: mailboxOf(world, story.connectionId),
        subject,
        at,
        ...opening,
        isSpam: story.isSpam,
      }),
    );
  return takeIn(world, await said(world, story, { ...opening, at }));
};

/** A further message of the customer on the channel of the story; forms are answered by mail. Answers its ticket. */
export const answer = async (
  world: World,
  story: Story,
  { ticketId = '', number = 0, words }: Told & { readonly words: Said },
): Promise<string | undefined> => {
  const at = new Date(world.clock.at).toISOString();
  const { channel, customer } = story;
  if (channel === 'telegram' || channel === 'webhook')
    return takeIn(world, await said(world, story, { ...words, at }));
  return takeIn(
    world,
    await mailed(world, {
      ...answering(world, story, { ticketId, number }),
      from: { name: customer.name, address: customer.email },
      at,
      ...words,
    }),
  );
};

/** Somebody in copy, or a robot in the customer's name, answers our mail. */
export const answerAs = async (
  world: World,
  story: Story,
  who: Told & { readonly words: Said; readonly person: Person; readonly headers?: string[] },
): Promise<void> => {
  const at = new Date(world.clock.at).toISOString();
  const { person, words, headers, ...told } = who;
  await takeIn(
    world,
    await mailed(world, {
      ...answering(world, story, told),
      from: { name: person.name, address: person.email },
      at,
      ...words,
      headers,
    }),
  );
};

const answering = (
  world: World,
  story: Story,
  { ticketId = '', number = 0 }: Told,
): Pick<Letter, 'to' | 'subject' | 'inReplyTo'> => {
  const sesId = world.sentIds.get(ticketId);
  return {
    to: replyAddress(mailboxOf(world, story.connectionId), String(number), world.secret),
    subject: `Re: ${story.subject}`,
    ...(sesId !== undefined && { inReplyTo: `${sesId}@eu-central-1.amazonses.com` }),
  };
};

const mailboxOf = ({ settings }: World, connectionId: string): string => {
  const own = settings.connections.find(({ id }) => id === connectionId);
  const id = own?.channel === 'form' ? own.replyFrom : connectionId;
  const mailbox = settings.connections.find((one) => one.channel === 'mail' && one.id === id);
  if (mailbox?.channel !== 'mail') throw new Error(`${connectionId} has no mailbox`);
  return mailbox.address;
};

const mailed = async (world: World, letter: Letter): Promise<InboundJob> => {
  const { id, raw, job } = makeMail(letter, world.rawBucket);
  await world.raw.put(`mail/${id}`, raw, 'message/rfc822');
  return job;
};

const said = async (
  world: World,
  story: Story,
  words: Said & { readonly at: string },
): Promise<InboundJob> => {
  if (story.channel === 'webhook') return webhookJob(story, words);
  if (story.channel === 'telegram') {
    const [file] = words.files ?? [];
    if (file) world.telegramFiles.set(telegramFileId(file, words.at), file.content);
    return telegramJob(story, words);
  }
  const name = createHash('sha256').update(`${story.customer.email}|${words.at}`).digest('hex');
  const attachments = await attach(world, `files/form_${name.slice(0, 24)}`, words.files);
  return formJob(story, { ...words, attachments });
};
