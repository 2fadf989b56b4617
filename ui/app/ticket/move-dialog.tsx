import type { Ticket } from '../../../schemas/ticket.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { desk, topicNames } from '../../state/desk.ts';
import { moveTo } from '../../state/ticket-actions.ts';
import { texts } from '../../texts/texts.ts';

type Props = { ticket: Ticket; onClose: () => void };

export const MoveDialog = ({ ticket, onClose }: Props) => (
  <Dialog title={texts.value.actions.move} onClose={onClose}>
    <div class="choices">
      {desk.value?.topics.map((topic) => (
        <button
          key={topic.id}
          type="button"
          disabled={topic.id === ticket.topic}
          onClick={() => {
            onClose();
            void moveTo(ticket, topic.id);
          }}
        >
          {topicNames.value.get(topic.id)}
        </button>
      ))}
    </div>
  </Dialog>
);
