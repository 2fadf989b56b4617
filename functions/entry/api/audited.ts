import type { AuditAction, AuditEntry } from '../../../schemas/audit.ts';
import { eventIdOf } from '../../desk/ids.ts';
import type { Caller } from './types.ts';

type What = {
  readonly action: AuditAction;
  readonly target: string;
  readonly changes?: unknown;
  /** ISO 8601 with milliseconds. */
  readonly at: string;
};

/** The line of the audit trail for what a caller does. One moment, caller and target make one line. */
export const audited = (caller: Caller, { action, target, changes, at }: What): AuditEntry => ({
  id: eventIdOf(`audit|${at}|${caller.id}|${action}|${target}`),
  at,
  by: { id: caller.id, name: caller.name },
  from: caller.from,
  action,
  target,
  ...(changes !== undefined && { changes }),
});
