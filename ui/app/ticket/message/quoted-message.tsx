import { Icon } from '../../../parts/icon.tsx';
import { type MessageEntry, view } from '../../../state/ticket.ts';
import { texts } from '../../../texts/texts.ts';

const idOf = (message: MessageEntry) => message.externalId ?? message.delivery?.providerId;

/** The message that this one answers, if it is among those shown. */
const answeredBy = (message: MessageEntry): MessageEntry | undefined =>
  view.value?.entries.find(
    (entry): entry is MessageEntry => entry.type === 'message' && idOf(entry) === message.inReplyTo,
  );

/** Brings a message into sight and gives it the focus, so that reading goes on from there. */
const jumpTo = (id: string) => {
  const card = document.getElementById(id);
  card?.scrollIntoView({ block: 'center' });
  card?.focus({ preventScroll: true });
};

/** In a chat, what somebody answered by the channel's own reply. Mail quotes for itself. */
export const QuotedMessage = ({ message }: { message: MessageEntry }) => {
  if (!message.inReplyTo || message.channel === 'mail') return null;
  const { said } = texts.value;
  const answered = answeredBy(message);
  if (!answered)
    return (
      <p class="quoted-message hint">
        <Icon name="returned" /> {said.inReplyTo} {said.earlier}
      </p>
    );
  const words = answered.text.slice(0, 160) || answered.attachments[0]?.name || said.noWords;
  return (
    <button type="button" class="quoted-message" onClick={() => jumpTo(answered.id)}>
      <span class="hint">
        <Icon name="returned" /> {said.inReplyTo} {answered.author.name}
      </span>
      <span class="quoted-words">{words}</span>
    </button>
  );
};
