import type { Connection, ConnectionOf } from '../../../schemas/connection.ts';

export const chatConnectionOf = (
  connections: readonly Connection[],
  id: string,
): ConnectionOf<'chat'> | undefined =>
  connections.find(
    (connection): connection is ConnectionOf<'chat'> =>
      connection.channel === 'chat' && connection.id === id,
  );

/** Whether a page of this origin may show the widget: a host of the connection's list, or a page of the desk itself. */
export function isAllowedOrigin(
  { hosts }: Pick<ConnectionOf<'chat'>, 'hosts'>,
  origin: string | undefined,
  appUrl: string,
): boolean {
  const url = origin === undefined ? null : URL.parse(origin);
  if (!url || !/^https?:$/.test(url.protocol)) return false;
  return hosts.includes(url.host) || url.origin === URL.parse(appUrl)?.origin;
}
