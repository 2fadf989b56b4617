import { type Hours, nextOpen } from '../calendars/business-time.ts';
import { isoOf, secondsOf } from './instance-of.ts';

/**
 * When an alert may reach its recipient (rule 13): at once within their hours or when on call, else when they
 * open. `undefined` if their calendar never opens again; then it goes to whoever is next on the list.
 */
export function announceAt(
  at: string,
  recipient: { readonly hours: Hours; readonly isOnCall: boolean },
): string | undefined {
  if (recipient.isOnCall) return at;
  const open = nextOpen(recipient.hours, secondsOf(at));
  if (open === undefined) return undefined;
  return open === secondsOf(at) ? at : isoOf(open);
}
