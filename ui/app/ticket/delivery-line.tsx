import type { DeliveryState } from '../../../schemas/timeline.ts';
import { Icon, type IconName } from '../../parts/icon.tsx';
import { complain, say } from '../../parts/toast.tsx';
import { call } from '../../state/desk.ts';
import { type MessageEntry, openTicket } from '../../state/ticket.ts';
import { texts } from '../../texts/texts.ts';

const icons: Readonly<Record<DeliveryState, IconName>> = {
  queued: 'clock',
  sending: 'up',
  sent: 'tick',
  delivered: 'ticks',
  read: 'eye',
  delayed: 'clock',
  bounced: 'returned',
  complained: 'warning',
  failed: 'warning',
  'window-closed': 'lock',
  blocked: 'stop',
  unknown: 'question',
};
const bad: ReadonlySet<DeliveryState> = new Set([
  'bounced',
  'complained',
  'failed',
  'window-closed',
  'blocked',
  'unknown',
]);

/** How far our message got, and a way to send it again when that helps. */
export const DeliveryLine = ({ message }: { message: MessageEntry }) => {
  const { delivery } = message;
  if (!delivery) return null;
  const words = texts.value.delivery;
  const canResend = ['bounced', 'failed', 'window-closed', 'blocked', 'unknown'].includes(
    delivery.state,
  );
  const resend = async () => {
    try {
      await call('resendMessage', {
        params: { ticketId: message.ticketId, messageId: message.id },
        body: { occurredAt: message.occurredAt },
      });
      say(words.resent);
      await openTicket(message.ticketId);
    } catch (error) {
      complain(error);
    }
  };
  return (
    <p class={bad.has(delivery.state) ? 'delivery problem' : 'delivery hint'}>
      <span>
        <Icon name={icons[delivery.state]} /> {words[delivery.state]}
        {delivery.error && bad.has(delivery.state) ? `: ${delivery.error}` : ''}
      </span>
      {canResend && (
        <button type="button" class="link" onClick={() => void resend()}>
          {words.resend}
        </button>
      )}
    </p>
  );
};
