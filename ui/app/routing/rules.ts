import type { RoutingActions, RoutingCondition, RoutingRule } from '../../../schemas/routing.ts';
import { freeId } from '../settings/free-id.ts';

export type Field = RoutingCondition['field'];
export const groups = ['all', 'any', 'none'] as const;
export type Group = (typeof groups)[number];

/** The kinds of conditions in the order in which they are offered. */
export const fieldNames: readonly Field[] = [
  'words',
  'channel',
  'connection',
  'sender',
  'form',
  'language',
  'tier',
  'attachment',
  'time',
  'custom',
  'pattern',
];

/** A condition as it begins; most have to be filled in before they can be saved. */
export const blankCondition = (field: Field, zone: string): RoutingCondition => {
  switch (field) {
    case 'words':
      return { field, where: 'text', any: [] };
    case 'pattern':
      return { field, where: 'text', pattern: '' };
    case 'attachment':
      return { field, any: [] };
    case 'time':
      return { field, zone, days: [1, 2, 3, 4, 5], from: 9 * 60, to: 18 * 60 };
    case 'custom':
      return { field, id: '', in: [] };
    default:
      return { field, in: [] };
  }
};

/** A rule's id is for machines: the first of `rule-1`, `rule-2` … that no rule has. */
export const blankRule = (rules: readonly RoutingRule[], name: string): RoutingRule => {
  return {
    id: freeId(rules, 'rule'),
    name,
    isOn: true,
    all: [],
    any: [],
    none: [],
    actions: {},
    isLast: false,
  };
};

/** Actions with one set, or taken away by `undefined`. */
export const withAction = <K extends keyof RoutingActions>(
  actions: RoutingActions,
  name: K,
  value: RoutingActions[K] | undefined,
): RoutingActions => {
  const { [name]: _, ...others } = actions;
  return value === undefined ? others : { ...others, [name]: value };
};

type BecauseWords = {
  notMet: (what: string) => string;
  excluded: (what: string, value: string) => string;
  met: (what: string, value: string) => string;
  noneOfAny: string;
};

/** A rule's reason (`words:payout`, `not channel`, `but tier:vip`, `none of any`) for people. */
export const becauseText = (
  because: string,
  fields: Readonly<Record<string, string>>,
  words: BecauseWords,
): string => {
  if (because === 'none of any') return words.noneOfAny;
  const [, kind, field = '', value = ''] = /^(not |but |)(\w+)(?::([\s\S]*))?$/.exec(because) ?? [];
  const name = fields[field];
  if (name === undefined) return because;
  if (kind === 'not ') return words.notMet(name);
  return kind === 'but ' ? words.excluded(name, value) : words.met(name, value);
};

/** `1042`, `#1042` and `tkt_1042` are one ticket; nothing for what is no number. */
export const ticketIdOf = (text: string): string | undefined => {
  const [, number] = /^(?:#|tkt_)?(\d{1,12})$/.exec(text.trim()) ?? [];
  return number && `tkt_${number}`;
};
