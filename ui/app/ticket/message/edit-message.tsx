import { useSignal } from '@preact/signals';
import { complain, say } from '../../../parts/toast.tsx';
import { call, me } from '../../../state/desk.ts';
import { type MessageEntry, openTicket, view } from '../../../state/ticket.ts';
import { texts } from '../../../texts/texts.ts';

const isOut: ReadonlySet<string> = new Set(['sent', 'delivered', 'read']);

/** Whether the API would let this person change it: their own answer, in one part, where the channel can. */
export const isEditable = (message: MessageEntry): boolean => {
  const { reach, otherWays = [] } = view.value ?? {};
  const way = [...(reach ? [reach] : []), ...otherWays].find(
    ({ connectionId }) => connectionId === message.connectionId,
  );
  return (
    way?.canEdit === true &&
    message.kind === 'reply' &&
    message.author.id === me.value?.agent.id &&
    message.deletedAt === undefined &&
    message.attachments.length === 0 &&
    !message.isCut &&
    isOut.has(message.delivery?.state ?? '') &&
    message.delivery?.providerId !== undefined &&
    message.text.length <= (way.textMax ?? Infinity)
  );
};

type Props = { message: MessageEntry; onClose: () => void };

/** A new wording in place of one that was sent. */
export const EditMessage = ({ message, onClose }: Props) => {
  const { said } = texts.value;
  const text = useSignal(message.text);
  const isSaving = useSignal(false);
  const save = async () => {
    if (text.value.trim() === '' || isSaving.value) return;
    isSaving.value = true;
    try {
      await call('editMessage', {
        params: { ticketId: message.ticketId, messageId: message.id },
        body: { occurredAt: message.occurredAt, text: text.value },
      });
      say(said.editedNow);
      onClose();
      await openTicket(message.ticketId);
    } catch (error) {
      complain(error);
    } finally {
      isSaving.value = false;
    }
  };
  return (
    <form
      class="edit-message"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save();
        if (event.key === 'Escape') onClose();
      }}
    >
      <textarea
        ref={(field) => field?.focus()}
        rows={3}
        value={text.value}
        aria-label={said.edit}
        maxLength={20_000}
        onInput={(event) => (text.value = event.currentTarget.value)}
      />
      <p class="hint">{said.editHint}</p>
      <p class="edit-end">
        <button type="button" class="quiet" onClick={onClose}>
          {said.cancelEdit}
        </button>
        <button
          type="submit"
          class="primary"
          disabled={isSaving.value || text.value.trim() === '' || text.value === message.text}
        >
          {said.saveEdit}
        </button>
      </p>
    </form>
  );
};
