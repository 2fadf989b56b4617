import type { AuditEntry } from '../../../schemas/audit.ts';

/** Names of the columns, as they do not change with the reader's language: programs read them. */
export const auditColumns = [
  'at',
  'by',
  'byId',
  'from',
  'action',
  'target',
  'before',
  'after',
  'remark',
] as const;

type Sides = { readonly before?: unknown; readonly after?: unknown; readonly remark?: string };

/** A line of the trail as a row: what was and what is as JSON, a list's concerned items on either side. */
export const auditRow = ({ at, by, from, action, target, changes, isCut }: AuditEntry) => {
  const { before, after, remark } = sidesOf(changes);
  const told = isCut ? 'too large to be kept whole' : (remark ?? '');
  return [at, by.name, by.id, from, action, target, textOf(before), textOf(after), told];
};

const textOf = (value: unknown): string => (value === undefined ? '' : JSON.stringify(value));

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const sidesOf = (changes: unknown): Sides => {
  if (!isObject(changes)) return changes === undefined ? {} : { after: changes };
  if ('before' in changes || 'after' in changes)
    return { before: changes['before'], after: changes['after'] };
  const { added, removed, changed, reordered } = changes;
  if (![added, removed, changed].some(Array.isArray)) return { after: changes };
  const pairs = listOf(changed).filter(isObject);
  return {
    before: unlessEmpty([...listOf(removed), ...pairs.map((pair) => pair['before'])]),
    after: unlessEmpty([...listOf(added), ...pairs.map((pair) => pair['after'])]),
    ...(reordered === true && { remark: 'put in another order' }),
  };
};

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const unlessEmpty = (items: readonly unknown[]) => (items.length > 0 ? items : undefined);
