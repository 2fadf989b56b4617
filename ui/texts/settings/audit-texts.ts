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
> & {
  from: Say;
  exported: (n: number) => string;
  actions: Record<AuditAction, Say>;
  lists: Record<string, string>;
  /** Names of the values that a change shows. */
  fields: Record<string, string>;
  columns: Words<'at' | 'name' | 'id' | 'action' | 'target' | 'from' | 'changes'>;
};
