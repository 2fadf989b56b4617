import type { TicketEvent } from '../../../schemas/timeline.ts';
import { momentText } from '../../parts/time.ts';
import { lineNames, now, topicNames } from '../../state/desk.ts';
import { language } from '../../state/preferences.ts';
import { texts } from '../../texts/texts.ts';

type Fact = TicketEvent['data'][string] | undefined;

const textOf = (value: Fact): string =>
  value === undefined || value === null ? '' : String(value);

const sentenceOf = ({ kind, by, data }: TicketEvent): string => {
  const { events, lines, priority } = texts.value;
  const assignedBy: Readonly<Record<string, (to: string) => string>> = lines.assigned;
  const moment = (value: Fact) => momentText(textOf(value), now.value, language.value);
  const topic = (value: Fact) => topicNames.value.get(textOf(value)) ?? textOf(value);
  const line = (value: Fact) => lineNames.value.get(textOf(value)) ?? textOf(value);
  switch (kind) {
    case 'claimed':
      return data['toName']
        ? events.assigned(by.name, textOf(data['toName']))
        : events.claimed(by.name);
    case 'moved':
      return events.moved(by.name, topic(data['from']), topic(data['to']));
    case 'snoozed':
      return events.snoozed(by.name, moment(data['until']));
    case 'priority':
      return events.priority(by.name, priority[textOf(data['to']) as keyof typeof priority]);
    case 'warned':
    case 'breached':
    case 'reminded':
      return events[kind](moment(data['dueAt']));
    case 'delivery-failed':
      return data['state'] === 'unknown'
        ? texts.value.delivery.unknown
        : events['delivery-failed'](textOf(data['error']));
    case 'follow-up':
      return events['follow-up'](textOf(data['ticketId']).replace('tkt_', ''));
    case 'assigned':
      return (
        assignedBy[textOf(data['why'])]?.(textOf(data['toName'])) ??
        events.assigned(by.name, textOf(data['toName']))
      );
    case 'released':
      return data['why'] === 'absence' && data['fromName']
        ? lines.absent(textOf(data['fromName']))
        : events.released(by.name);
    case 'lapsed':
      return events.lapsed(textOf(data['fromName']));
    case 'overflowed':
      return events.overflowed(line(data['from']), line(data['to']));
    case 'returned':
      if (by.kind === 'robot') return lines.openAgain(line(data['from']), line(data['to']));
      return events.returned(by.name, line(data['from']), line(data['to']));
    case 'escalated':
      return events[kind](by.name, line(data['from']), line(data['to']));
    case 'promise':
      // A version is nobody's concern here.
      return events.promise(by.name, textOf(data['to']).replace(/@\d+$/, ''));
    default:
      return events[kind](by.name);
  }
};

const isBad = (kind: TicketEvent['kind']) => kind === 'breached' || kind === 'delivery-failed';

/** A change, in one small line between what was said. */
export const EventLine = ({ event }: { event: TicketEvent }) => {
  const sentence = sentenceOf(event);
  if (!sentence) return null;
  return (
    <p class={isBad(event.kind) ? 'event bad' : event.kind === 'warned' ? 'event warn' : 'event'}>
      {sentence} ·{' '}
      <time dateTime={event.occurredAt}>
        {momentText(event.occurredAt, now.value, language.value)}
      </time>
    </p>
  );
};
