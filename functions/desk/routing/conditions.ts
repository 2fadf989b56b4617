import type { RoutingCondition } from '../../../schemas/routing.ts';
import { consideredUnits, type PatternTest, type RoutingSample } from './sample.ts';
import { holdsPhrase, stemmed } from './stems.ts';
import { isInWindow } from './time-window.ts';

/** A sample with what is costly to prepare, prepared once for all rules. */
export type Prepared = {
  readonly sample: RoutingSample;
  readonly stems: Readonly<Record<'subject' | 'body' | 'text', string>>;
  readonly matches: PatternTest;
};

export const prepare = (sample: RoutingSample, matches: PatternTest): Prepared => {
  const subject = stemmed(sample.subject);
  const body = stemmed(sample.body.slice(0, consideredUnits));
  return { sample, stems: { subject, body, text: `${subject}\n${body}` }, matches };
};

const textIn = ({ subject, body }: RoutingSample, where: 'subject' | 'body' | 'text'): string => {
  const beginning = body.slice(0, consideredUnits);
  if (where === 'subject') return subject;
  return where === 'body' ? beginning : `${subject}\n${beginning}`;
};

const isFrom = (sender: string, wanted: string): boolean => {
  const address = sender.toLowerCase();
  const pattern = wanted.toLowerCase();
  if (pattern.startsWith('@')) return address.endsWith(pattern);
  if (!pattern.startsWith('*.')) return address === pattern;
  const domain = address.slice(address.lastIndexOf('@') + 1);
  return domain === pattern.slice(2) || domain.endsWith(pattern.slice(1));
};

const isFile = (file: { name: string; type: string }, wanted: string): boolean => {
  if (wanted.startsWith('.')) return file.name.toLowerCase().endsWith(wanted.toLowerCase());
  if (wanted.endsWith('/*')) return file.type.startsWith(wanted.slice(0, -1));
  return file.type === wanted;
};

/** What of the condition the message meets, for people (`payout`); undefined when it does not. */
export const met = (condition: RoutingCondition, prepared: Prepared): string | undefined => {
  const { sample, stems, matches } = prepared;
  switch (condition.field) {
    case 'channel':
      return condition.in.find((channel) => channel === sample.channel);
    case 'connection':
      return condition.in.find((id) => id === sample.connectionId);
    case 'form':
      return condition.in.find((topic) => topic === sample.chosenTopic);
    case 'language':
      return condition.in.find((language) => language === sample.language);
    case 'tier':
      return condition.in.find((tier) => tier === sample.tier);
    case 'sender':
      return condition.in.find((wanted) => isFrom(sample.sender, wanted));
    case 'words':
      return condition.any.find((phrase) => holdsPhrase(stems[condition.where], phrase));
    case 'pattern':
      return matches(condition.pattern, textIn(sample, condition.where))
        ? condition.pattern
        : undefined;
    case 'attachment':
      return metByFile(condition.any, sample.attachments);
    case 'time':
      return isInWindow(condition, sample.occurredAt) ? condition.zone : undefined;
    default:
      return metByField(condition.in, sample.fields[condition.id]);
  }
};

const metByFile = (
  wanted: readonly string[],
  files: RoutingSample['attachments'],
): string | undefined => {
  if (wanted.length === 0) return files[0]?.name;
  return wanted.find((one) => files.some((file) => isFile(file, one)));
};

const metByField = (wanted: readonly string[], value: string | undefined): string | undefined => {
  const given = value?.trim().toLowerCase();
  if (!given) return undefined;
  return wanted.length === 0 ? given : wanted.find((one) => one.trim().toLowerCase() === given);
};
