import type { DeliveryState } from '../../../schemas/timeline.ts';
import { Icon, type IconName } from '../../parts/icon.tsx';
import { complain, say } from '../../parts/toast.tsx';
import { call, can } from '../../state/desk.ts';
import { takeAgain } from '../../state/reuse.ts';
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
const resendable: ReadonlySet<DeliveryState> = new Set([
  'bounced',
  'failed',
  'window-closed',
  'blocked',
  'unknown',
]);

/** SES refuses the address: sending again helps only after it was taken off the list. */
const isSuppressed = (error = '') => /\b(?:OnAccountSuppressionList|Suppressed)\b/.test(error);

/** How far our message got, in words and by a sign; of one that did not arrive, what can be done. */
export const DeliveryLine = ({ message }: { message: MessageEntry }) => {
  const { delivery } = message;
  if (!delivery) return null;
  const words = texts.value.delivery;
  const isBad = bad.has(delivery.state);
  // Paper tells of itself, step by step.
  const isTold = message.channel !== 'letter' || isBad;
  return (
    <div class="delivery-lines">
      {isTold && (
        <p class={isBad ? 'delivery problem' : 'delivery hint'}>
          <span>
            <Icon name={icons[delivery.state]} /> {words[delivery.state]}
            {delivery.error && isBad ? `: ${delivery.error}` : ''}
          </span>
          {isSuppressed(delivery.error) && can('connections.manage') && (
            <a href="/undeliverable">{texts.value.mail.suppression.title}</a>
          )}
          {resendable.has(delivery.state) && <Again message={message} />}
        </p>
      )}
      {delivery.remark && (
        <p class="delivery flags">
          <span>
            <Icon name="warning" /> {delivery.remark}
          </span>
        </p>
      )}
      {delivery.edit && (
        <p class={delivery.edit.state === 'failed' ? 'delivery problem' : 'delivery hint'}>
          {texts.value.said.editState[delivery.edit.state]}
          {delivery.edit.error ? `: ${delivery.edit.error}` : ''}
        </p>
      )}
    </div>
  );
};

/** The same again, or the same words another way. */
const Again = ({ message }: { message: MessageEntry }) => {
  const words = texts.value.delivery;
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
    <>
      <button type="button" class="link" onClick={() => void resend()}>
        {words.resend}
      </button>
      {message.kind === 'reply' && !message.isCut && (
        <button
          type="button"
          class="link"
          onClick={() => takeAgain({ ticketId: message.ticketId, text: message.text })}
        >
          {words.reuse}
        </button>
      )}
    </>
  );
};
