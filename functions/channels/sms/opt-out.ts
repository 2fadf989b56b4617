/** Words that Twilio takes for a stop, alone in a message. https://www.twilio.com/docs/messaging/tutorials/advanced-opt-out */
const stops: ReadonlySet<string> = new Set([
  'STOP',
  'STOPALL',
  'UNSUBSCRIBE',
  'CANCEL',
  'END',
  'QUIT',
  'REVOKE',
  'OPTOUT',
]);
const starts: ReadonlySet<string> = new Set(['START', 'UNSTOP']);

/**
 * Whether a message is no message but a switch, which Twilio itself keeps and answers. `help` is answered by Twilio,
 * too, and is a question all the same.
 */
export function optOutOf(type: string, text: string): 'stop' | 'start' | 'help' | undefined {
  const word = text.trim().toUpperCase();
  if (type === 'STOP' || (type === '' && stops.has(word))) return 'stop';
  if (type === 'START' || (type === '' && starts.has(word))) return 'start';
  return type === 'HELP' ? 'help' : undefined;
}
