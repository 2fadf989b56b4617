import type { Construct } from 'constructs';
import type { HookVariables } from '../../functions/entry/hook/env.ts';
import { DeskFunction } from '../constructs/desk-function.ts';
import { mayReadSecrets, maySend, mayUseObjects } from '../constructs/grants.ts';
import { hookRoutes } from './hook-routes.ts';
import { commonProps, deskVariable, type Parts, reserved } from './parts.ts';

/** Takes webhooks: verifies, stores the bytes, answers. It knows nothing of tickets. */
export function hookFunction(scope: Construct, parts: Parts): DeskFunction<HookVariables> {
  const { data, queues, http } = parts;
  const hook = new DeskFunction<HookVariables>(scope, 'hook', {
    ...commonProps(parts, 'hook'),
    description: 'Webhooks of channels: verify and store',
    timeoutSeconds: 10,
    reservedConcurrency: reserved(parts, 100),
    environment: {
      INBOUND_QUEUE_URL: maySend(queues.inbound.queue),
      RAW_BUCKET: mayUseObjects(data.rawBucket, { actions: ['PutObject'], prefixes: ['hook/'] }),
      APP_URL: parts.appUrl,
      CONNECTION_SECRETS: mayReadSecrets(hookSecrets(parts), data.connectionSecrets.prefix),
      DESK_SETTINGS: deskVariable(parts),
    },
  });
  http.everyone(hook.lambda, hookRoutes(parts.settings), {
    reason: 'Channels prove themselves by signature or secret header, which the function verifies.',
  });
  return hook;
}

/** No provider calls for a site chat; its secrets are the portal's. */
const hookSecrets = ({ data, settings }: Parts) =>
  Object.fromEntries(
    Object.entries(data.connectionSecrets.byConnection).filter(
      ([id]) => settings.connections.find((one) => one.id === id)?.channel !== 'chat',
    ),
  );
