import type { DeskSettings } from '../../schemas/settings.ts';
import type { DoorRoute } from '../constructs/http-door.ts';

/** Channels that call us; each connection has its own address below its channel's. */
const hookChannels = ['telegram', 'webhook'] as const;

/** One route per channel that has a connection; other hook addresses do not exist. */
export function hookRoutes({ connections }: DeskSettings): DoorRoute[] {
  return hookChannels
    .filter((channel) => connections.some((connection) => connection.channel === channel))
    .map((channel) => ({ method: 'POST', path: `/hooks/${channel}/{connectionId}` }));
}
