import type { Ticket } from '../../../schemas/ticket.ts';
import type { TicketEvent } from '../../../schemas/timeline.ts';
import type { SendResult } from '../../channels/outgoing.ts';
import type { EntryPlace } from '../../desk/stores.ts';
import { log } from '../../observe/log.ts';
import { type Alert, sendAlertMail } from './alert-mail.ts';
import { alertedAgents } from './alert-targets.ts';
import { postAlert } from './alert-webhook.ts';
import type { DeliverDeps } from './deliver-deps.ts';
import { again, finished, type Next } from './next.ts';

/** A claim left behind by a crash lapses after this; no deliverer lives so long. */
const claimSeconds = 90;
/** Tries of one target in all; an alert that is hours late helps nobody. */
const receiptsMax = 6;

type Target = { readonly name: string; readonly send: () => Promise<SendResult> };

/**
 * Announces a warning or breach to everyone concerned, each target once: a target is claimed before it is told, so a
 * repeated job tells only those who were not told yet.
 */
export async function announceAlert(
  deps: DeliverDeps,
  place: EntryPlace,
  receiveCount: number,
): Promise<Next> {
  const event = await deps.tickets.loadEntry(place);
  const ticket = await deps.tickets.load(place.ticketId);
  if (event?.type !== 'event' || !ticket) {
    log.warn('deliver.alert.missing', { ticketId: place.ticketId, eventId: place.id });
    return finished;
  }
  let isOpen = false;
  for (const target of await targetsOf(deps, event, ticket))
    if (!(await tell(deps, event, target, receiveCount >= receiptsMax))) isOpen = true;
  return isOpen ? again(claimSeconds + 5) : finished;
}

async function targetsOf(
  deps: DeliverDeps,
  event: TicketEvent,
  ticket: Ticket,
): Promise<readonly Target[]> {
  const alert: Alert = {
    eventId: event.id,
    kind: event.kind === 'breached' || event.kind === 'muted' ? event.kind : 'warned',
    ticket,
    clock: String(event.data['clock'] ?? ''),
    dueAt: String(event.data['dueAt'] ?? ''),
    isLate: event.data['late'] === true,
    url: `${deps.alerts.appUrl.replace(/\/$/, '')}/tickets/${ticket.id}`,
  };
  const agents = await alertedAgents(deps, ticket);
  const mails = agents.map((agent) => ({
    name: `mail:${agent.email}`,
    send: () => sendAlertMail(deps, alert, agent),
  }));
  const { webhook } = deps.alerts;
  return webhook
    ? [...mails, { name: 'webhook', send: () => postAlert(deps, webhook, alert) }]
    : mails;
}

/** Whether the target needs no further try. */
async function tell(
  deps: DeliverDeps,
  event: TicketEvent,
  target: Target,
  isLastTry: boolean,
): Promise<boolean> {
  const claim = { eventId: event.id, target: target.name };
  const claimed = await deps.outbox.claimAlert({
    ...claim,
    now: deps.now(),
    staleSeconds: claimSeconds,
  });
  if (claimed === 'finished') return true;
  // Another deliverer is at it, or died at it, or the claim is ours and the answer was lost.
  if (claimed === 'claimed') return false;
  const result = await target.send();
  if (result.kind === 'retry' && !isLastTry) return false;
  const isSent = result.kind === 'sent';
  await deps.outbox.finishAlert({
    ...claim,
    now: deps.now(),
    outcome: isSent ? 'sent' : 'failed',
    ...(!isSent && { detail: result.error }),
  });
  const fields = {
    eventId: event.id,
    ticketId: event.ticketId,
    kind: event.kind,
    target: target.name.split(':')[0],
    outcome: result.kind,
  };
  if (isSent) log.info('deliver.alert.told', fields);
  else log.error('deliver.alert.failed', fields);
  return true;
}
