import type { HookRequest } from '../../functions/channels/channel.ts';

/** A hook request as the gateway hands it on. */
export const aHookRequest = (over: Partial<HookRequest> = {}): HookRequest => ({
  method: 'POST',
  headers: {},
  query: {},
  body: Buffer.from('{}'),
  url: 'https://desk.example/hooks/a-channel/a-connection',
  sourceIp: '192.0.2.1',
  ...over,
});
