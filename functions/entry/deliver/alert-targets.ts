import type { Agent } from '../../../schemas/agent.ts';
import type { Ticket } from '../../../schemas/ticket.ts';
import type { SendResult } from '../../channels/outgoing.ts';
import { type AlertEvent, addressedOf } from '../../desk/alerts/addressed.ts';
import type { PlaceWay } from '../../desk/alerts/recipients.ts';
import type { Alert, Digest } from './alert.ts';
import { sendAlertMail, sendDigestMail } from './alert-mail.ts';
import { postDigestToSlack, postToSlack } from './alert-slack.ts';
import { sendDigestToTelegram, sendToTelegram } from './alert-telegram.ts';
import { postAlert, postDigest } from './alert-webhook.ts';
import type { DeliverDeps } from './deliver-deps.ts';

/** One that is told by itself: a person's mailbox, or a place of the desk's. Screens are relay's. */
export type Target = {
  /** By which it is claimed. */
  readonly name: string;
  readonly tell: (alert: Alert) => Promise<SendResult>;
  readonly tellMany: (digest: Digest) => Promise<SendResult>;
};

/** Those an alert names; that robots were muted is told to whoever holds the ticket, and to the webhook. */
export async function targetsOf(
  deps: DeliverDeps,
  event: AlertEvent,
  ticket: Ticket,
): Promise<readonly Target[]> {
  if (event.kind === 'muted')
    return [
      ...(await concernedBy(deps, ticket)).map((agent) => mailTo(deps, agent)),
      ...(deps.alerts.webhookUrl === undefined ? [] : [placeOf(deps, 'webhook')]),
    ];
  const { mail, places } = addressedOf(event);
  const agents = await Promise.all(mail.map((id) => deps.agents.load(id)));
  return [
    ...agents.flatMap((agent) => (agent?.active ? [mailTo(deps, agent)] : [])),
    ...places
      // The policy may ask for it on a desk that has none.
      .filter((place) => place !== 'webhook' || deps.alerts.webhookUrl !== undefined)
      .map((place) => placeOf(deps, place)),
  ];
}

const mailTo = (deps: DeliverDeps, agent: Agent): Target => ({
  name: `mail:${agent.email}`,
  tell: (alert) => sendAlertMail(deps, alert, agent),
  tellMany: (digest) => sendDigestMail(deps, digest, agent),
});

const placeOf = (deps: DeliverDeps, name: PlaceWay): Target => {
  const [tell, tellMany] = places[name];
  return {
    name,
    tell: (alert) => tell(deps, alert),
    tellMany: (digest) => tellMany(deps, digest),
  };
};

type Place = readonly [
  (deps: DeliverDeps, alert: Alert) => Promise<SendResult>,
  (deps: DeliverDeps, digest: Digest) => Promise<SendResult>,
];
const places: Readonly<Record<PlaceWay, Place>> = {
  webhook: [postAlert, postDigest],
  slack: [postToSlack, postDigestToSlack],
  telegram: [sendToTelegram, sendDigestToTelegram],
};

/** Who holds the ticket, else the topic's leads, else whoever runs the desk. Somebody always is. */
async function concernedBy(
  { agents }: Pick<DeliverDeps, 'agents'>,
  ticket: Pick<Ticket, 'assigneeId' | 'topic'>,
): Promise<readonly Agent[]> {
  const holder = ticket.assigneeId ? await agents.load(ticket.assigneeId) : undefined;
  if (holder?.active) return [holder];
  const active = (await agents.list()).filter((agent) => agent.active);
  const leads = active.filter((agent) => agent.leads.includes(ticket.topic));
  return leads.length > 0 ? leads : active.filter((agent) => agent.role === 'super-admin');
}
