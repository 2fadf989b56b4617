import type { AuditAction } from '../../../schemas/audit.ts';

type Words<K extends string> = Record<K, string>;
type Say = (value: string) => string;

/** Words of the audit trail; loaded with it. */
export type AuditTexts = Words<
  | 'title'
  | 'hint'
  | 'until'
  | 'untilHint'
  | 'newest'
  | 'older'
  | 'export'
  | 'empty'
  | 'emptyUntil'
  | 'end'
  | 'added'
  | 'removed'
  | 'changed'
  | 'before'
  | 'after'
  | 'field'
  | 'reordered'
  | 'noChanges'
  | 'nothing'
  | 'isCut'
  | 'yes'
  | 'no'
  | 'loading'
  | 'who'
  | 'anybody'
  | 'kind'
  | 'anything'
  | 'exportTitle'
  | 'exportHint'
  | 'exportFrom'
  | 'exportTo'
  | 'make'
  | 'making'
  | 'linkHint'
> & {
  from: Say;
  download: (n: number) => string;
  /** Names of the kinds of entry, to choose one. */
  kinds: Record<AuditAction, string>;
  actions: Record<AuditAction, Say>;
  lists: Record<string, string>;
  /** Names of the values that a change shows. */
  fields: Record<string, string>;
};
