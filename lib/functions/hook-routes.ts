import { HookChannel } from '../../schemas/primitives.ts';
import type { DeskSettings } from '../../schemas/settings.ts';
import type { DoorRoute } from '../constructs/http-door.ts';

/** Meta shakes hands with a GET before it posts. */
const methods: Partial<Record<HookChannel, readonly string[]>> = {
  whatsapp: ['GET', 'POST'],
  messenger: ['GET', 'POST'],
  instagram: ['GET', 'POST'],
};

/**
 * The routes of each channel that has a connection, one address for each connection; other hook addresses do not
 * exist.
 */
export function hookRoutes({ connections }: DeskSettings): DoorRoute[] {
  return HookChannel.options
    .filter((channel) => connections.some((connection) => connection.channel === channel))
    .flatMap((channel) =>
      (methods[channel] ?? ['POST']).map((method) => ({
        method,
        path: `/hooks/${channel}/{connectionId}`,
      })),
    );
}
