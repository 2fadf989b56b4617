import type { Calendar } from '../../../schemas/calendar.ts';
import type { Localized } from '../../../schemas/desk.ts';
import type { Peak } from '../../../schemas/peak.ts';
import type { Language } from '../../../schemas/primitives.ts';
import type { ProfileName, ServicePromise } from '../../../schemas/promise.ts';
import type { Ticket } from '../../../schemas/ticket.ts';
import type { Message } from '../../../schemas/timeline.ts';
import { robot } from '../access.ts';
import { dueAfter } from '../calendars/business-time.ts';
import { secondsOfDay } from '../calendars/hours-on.ts';
import { ofTopic } from '../peaks/active-peak.ts';
import { greetingName } from '../texts/greeting-name.ts';
import { type Expected, textsFor } from '../texts/texts.ts';

const daySeconds = 86_400;

/** Open seconds of the calendar's longest weekday; undefined when it is open around the clock. */
export const workingDaySecondsOf = (calendar: Calendar | undefined): number | undefined => {
  const days = Object.values(calendar?.weekdays ?? {}).map((windows) =>
    windows.reduce((sum, { opens, closes }) => sum + secondsOfDay(closes) - secondsOfDay(opens), 0),
  );
  const longest = Math.max(0, ...days);
  return longest > 0 && days.some((day) => day < daySeconds) ? longest : undefined;
};

type Promised = {
  readonly promise: ServicePromise | undefined;
  readonly profile?: ProfileName;
  readonly priority: Ticket['priority'];
  readonly calendars: readonly Calendar[];
};

const firstReplyOf = ({ promise, profile }: Promised) =>
  (profile === 'peak' ? (promise?.peak ?? promise?.normal) : promise?.normal)?.['first-reply'];

/** The first reply's target for the customer; undefined when nothing is promised. */
export const expectedReply = (promised: Promised): Expected | undefined => {
  const target = firstReplyOf(promised);
  if (!target) return undefined;
  const calendar = promised.calendars.find(({ id }) => id === target.calendar);
  return {
    seconds: target.targetSeconds[promised.priority] ?? target.targetSeconds.normal,
    workingDaySeconds: workingDaySecondsOf(calendar),
  };
};

/** What a customer is told: within which time, and when that is over. */
export type Expectation = Expected & { readonly at: string };

/** The promise's target, counted from a moment: what is told as long as nobody knows better. */
export const promisedExpectation = (promised: Promised, from: string): Expectation | undefined => {
  const expected = expectedReply(promised);
  const calendar = promised.calendars.find(({ id }) => id === firstReplyOf(promised)?.calendar);
  const start = Math.floor(Date.parse(from) / 1000);
  const at = expected && dueAfter(calendar ?? '24x7', start, expected.seconds);
  return expected && at !== undefined
    ? { ...expected, at: new Date(at * 1000).toISOString() }
    : undefined;
};

type Acknowledging = {
  readonly id: string;
  readonly ticket: Ticket;
  readonly desk: { readonly name: string; readonly language: Language };
  readonly expected: Expectation | undefined;
  /** The peak the customer wrote in. */
  readonly peak?: Peak | undefined;
  readonly now: string;
};

const said = (text: Localized | undefined, language: Language): string | undefined =>
  text && (text[language] ?? text.en);

/** "We have your message": automatic, with what a peak has to say, and always with a person's answer to come. */
export const acknowledgement = ({
  id,
  ticket,
  desk,
  expected,
  peak,
  now,
}: Acknowledging): Message => {
  const language = ticket.language ?? desk.language;
  const texts = textsFor(language, desk.language);
  const { subject, text } = texts.acknowledgement({
    name: greetingName(ticket),
    number: ticket.number,
    desk: desk.name,
    expected: expected && texts.expected(expected),
    notice: said(peak?.notice, language),
    answer: said(ofTopic(peak?.answers, ticket.topic), language),
    isChat: ticket.channel === 'chat',
  });
  return {
    type: 'message',
    id,
    ticketId: ticket.id,
    direction: 'out',
    kind: 'acknowledgement',
    author: robot,
    channel: ticket.channel,
    connectionId: ticket.connectionId,
    address: ticket.replyTo.address,
    subject,
    text,
    attachments: [],
    occurredAt: now,
    storedAt: now,
    flags: [],
    delivery: { state: 'queued', attempts: 0, at: now },
    expectedAt: expected?.at,
    language,
  };
};
