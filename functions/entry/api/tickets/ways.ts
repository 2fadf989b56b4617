import type { Customer } from '../../../../schemas/customer.ts';
import type { Ticket } from '../../../../schemas/ticket.ts';
import type { TimelineEntry } from '../../../../schemas/timeline.ts';
import { capabilities } from '../../../channels/registry/capabilities.ts';
import { type Ways, waysOf } from '../../../desk/reach/ways.ts';
import type { ApiDeps } from '../api-deps.ts';

type Seen = {
  readonly ticket: Ticket;
  readonly customer: Customer | undefined;
  readonly entries: readonly TimelineEntry[];
};

/** Where an answer to a ticket goes now, and where else it could; asks nobody, reads nothing. */
export const reachIn = ({ settings, now }: Pick<ApiDeps, 'settings' | 'now'>, seen: Seen): Ways =>
  waysOf({
    ...seen,
    voices: settings.connections,
    factsOf: (channel) => capabilities[channel],
    now: now(),
  });
