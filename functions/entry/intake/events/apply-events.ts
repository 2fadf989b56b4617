import type { HookChannel } from '../../../../schemas/primitives.ts';
import type { ChannelEvent, Incoming } from '../../../channels/channel.ts';
import { log } from '../../../observe/log.ts';
import { metric } from '../../../observe/metric.ts';
import type { IntakeDeps } from '../intake-deps.ts';
import { parkOrGiveUp } from '../parking.ts';
import { onMessage } from './on-message.ts';
import { onPerson } from './on-person.ts';
import { onWatermark } from './on-watermark.ts';
import type { EventOutcome } from './outcome.ts';

/** The request that brought the events. */
export type Brought = {
  readonly channel: HookChannel | 'chat';
  readonly receivedAt: string;
  readonly receiveCount: number;
};

/**
 * Applies what happened to messages and people. Each event is harmless when it is repeated, so when one must wait for
 * what it is about, all of them come again with it. Answers messages that are new to us and came only as an edit.
 * @throws ComeAgain while there is hope
 */
export async function applyEvents(
  deps: IntakeDeps,
  events: readonly ChannelEvent[],
  brought: Brought,
): Promise<readonly Incoming[]> {
  // The person looks at a spinner, the provider counts seconds: these first.
  const { channel, receivedAt } = brought;
  for (const event of events)
    if (event.kind === 'postback' && channel !== 'chat')
      await deps.sendOutboundJob({ kind: 'postback', channel, receivedAt, answer: event.answer });
  const early: ChannelEvent[] = [];
  for (const event of events) {
    const outcome = await applyEvent(deps, event);
    if (outcome === 'too-early') early.push(event);
    else tell('intake.event', event, brought, outcome);
  }
  if (early.length > 0) parkOrGiveUp('events are too early', brought.receiveCount);
  return early.flatMap((event) => {
    if (event.kind === 'edited' && event.whole) return [asEdited(event.whole)];
    tell('intake.event.given-up', event, brought, 'dropped');
    return [];
  });
}

async function applyEvent(deps: IntakeDeps, event: ChannelEvent): Promise<EventOutcome> {
  switch (event.kind) {
    case 'postback':
      return 'applied';
    case 'watermark':
      return onWatermark(deps, event);
    case 'blocked':
    case 'unblocked':
    case 'started':
      return onPerson(deps, event);
    default:
      return onMessage(deps, event);
  }
}

/** Its first wording never came: what is left is taken as a message, and says so. */
const asEdited = ({ inbound, files }: Incoming): Incoming => ({
  inbound: { ...inbound, flags: [...new Set([...inbound.flags, 'edited'])] },
  files,
});

function tell(code: string, event: ChannelEvent, { channel }: Brought, outcome: string): void {
  log.info(code, { channel, kind: event.kind, outcome });
  metric({
    name: 'ChannelEvents',
    value: 1,
    dimensions: { Channel: channel, Kind: event.kind, Outcome: outcome },
  });
}
