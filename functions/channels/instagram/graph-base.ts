import type { Connection } from '../../../schemas/connection.ts';
import type { SendPorts } from '../outgoing.ts';

/** Accounts behind a Facebook page are reached with the page's token, those with Instagram Login at Instagram's own host. */
export const graphBase = (connection: Connection, bases: SendPorts['bases']): string =>
  connection.channel === 'instagram' && connection.flavor === 'login'
    ? bases.instagram
    : bases.graph;
