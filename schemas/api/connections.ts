import * as z from 'zod';
import { ConnectionHealth } from '../connection-health.ts';
import { PublicConnection } from '../desk.ts';
import { Slug } from '../primitives.ts';
import { endpoint } from './endpoint.ts';

/** One end of ours with its health; `not-checked` when nothing is known yet. */
export const ConnectionView = PublicConnection.extend({
  /** What the provider must be given as webhook address; absent where nobody calls us. */
  hookUrl: z.string().optional(),
  /** Whether `check` asks somebody; the others show what their traffic says. */
  canCheck: z.boolean(),
  /** Whether a test can be sent, and what its address is there. */
  test: z.enum(['none', 'mail', 'phone', 'chat']),
  health: ConnectionHealth,
});
export type ConnectionView = z.infer<typeof ConnectionView>;

const OneConnection = z.object({ connectionId: Slug });

export const listConnections = endpoint({
  name: 'listConnections',
  method: 'GET',
  path: '/api/connections',
  permission: 'connections.manage',
  summary: 'Every connection with its state, last error and webhook address',
  output: z.object({ connections: z.array(ConnectionView) }),
});

export const checkConnection = endpoint({
  name: 'checkConnection',
  method: 'POST',
  path: '/api/connections/{connectionId}/check',
  permission: 'connections.manage',
  summary:
    'Ask the provider whether our credentials hold and set its webhook; `checkedAt` passes `requestedAt` when done',
  params: OneConnection,
  body: z.object({}),
  output: z.object({ connection: ConnectionView }),
  status: 202,
});

export const testConnection = endpoint({
  name: 'testConnection',
  method: 'POST',
  path: '/api/connections/{connectionId}/test',
  permission: 'connections.manage',
  summary: 'Send a real message through the connection; `health.test` shows what became of it',
  params: OneConnection,
  body: z.object({
    /** Address, number or chat; a mail goes to the caller unless told. */
    address: z.string().trim().min(1).max(320).optional(),
  }),
  output: z.object({ connection: ConnectionView }),
  status: 202,
});

export const connectionEndpoints = [listConnections, checkConnection, testConnection] as const;
