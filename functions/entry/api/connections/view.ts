import type { ConnectionView } from '../../../../schemas/api/connections.ts';
import type { ConnectionHealth } from '../../../../schemas/connection-health.ts';
import { HookChannel } from '../../../../schemas/primitives.ts';
import { unknownHealth } from '../../../desk/health/rules.ts';
import type { NamedConnection } from '../../desk-variable.ts';
import type { ApiDeps } from '../api-deps.ts';

/** What an agent writes down as the address of a test. Chats are named by the channel's own ids. */
function testOf({ channel, isMute }: NamedConnection): ConnectionView['test'] {
  if (isMute) return 'none';
  switch (channel) {
    case 'mail':
    case 'form':
      return 'mail';
    case 'sms':
    case 'whatsapp':
      return 'phone';
    case 'phone':
    case 'chat':
    case 'letter':
      return 'none';
    default:
      return 'chat';
  }
}

/** A connection with what is known of it. */
export const connectionView = (
  { settings, now }: Pick<ApiDeps, 'settings' | 'now'>,
  connection: NamedConnection,
  health: ConnectionHealth = unknownHealth(connection.id, now()),
): ConnectionView => {
  const { id, channel, name, isMute, isDeaf } = connection;
  const isHook = HookChannel.safeParse(channel).success && !isDeaf;
  return {
    id,
    channel,
    name,
    ...(isHook && { hookUrl: `${settings.appUrl}/hooks/${channel}/${id}` }),
    canCheck: isHook && channel !== 'webhook',
    test: testOf({ ...connection, isMute }),
    health,
  };
};
