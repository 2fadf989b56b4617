import type * as endpoints from '../../../../schemas/api/desk.ts';
import { signPushToken } from '../../push-token.ts';
import type { UseCase } from '../types.ts';

/** Browsers cannot set headers on a WebSocket, so the permission travels in its address. */
export const openPush: UseCase<typeof endpoints.openPush> =
  ({ signingSecrets, settings, now }) =>
  async (_input, agent) => {
    const url = new URL(settings.pushUrl);
    const token = signPushToken(agent.id, {
      secrets: await signingSecrets(),
      now: Date.parse(now()),
    });
    url.searchParams.set('token', token);
    return { url: url.href };
  };
