import { useSignal } from '@preact/signals';
import type { LetterState, Paper } from '../../../../schemas/letter.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { Icon, type IconName } from '../../../parts/icon.tsx';
import { momentText } from '../../../parts/time.ts';
import { complain, say } from '../../../parts/toast.tsx';
import { call, can, now } from '../../../state/desk.ts';
import { language } from '../../../state/preferences.ts';
import { type MessageEntry, openTicket } from '../../../state/ticket.ts';
import { texts } from '../../../texts/texts.ts';

type Action = 'print' | 'post' | 'deliver' | 'return';

/** As `functions/desk/letters/states.ts` has it; the API decides. */
const actions: Readonly<Record<LetterState, readonly Action[]>> = {
  drafted: ['print', 'post'],
  printed: ['post'],
  posted: ['deliver', 'return'],
  delivered: ['return'],
  returned: [],
};
const icons: Readonly<Record<LetterState, IconName>> = {
  drafted: 'clock',
  printed: 'copy',
  posted: 'up',
  delivered: 'ticks',
  returned: 'returned',
};

const sentenceOf = ({ state, at, trackingNumber }: Paper): string => {
  const { paper } = texts.value.said;
  const said = paper.state[state](momentText(at, now.value, language.value));
  return trackingNumber ? `${said} · ${paper.trackedAs(trackingNumber)}` : said;
};

/** A letter of ours on its way over paper: the file to print, how far it is, and what somebody did with it. */
export const PaperLine = ({ message }: { message: MessageEntry }) => {
  const { paper: words } = texts.value.said;
  const isPosting = useSignal(false);
  const paper = message.delivery?.paper;
  if (!paper) return <p class="delivery hint">{words.making}</p>;

  const place = {
    params: { ticketId: message.ticketId, messageId: message.id },
    query: { occurredAt: message.occurredAt },
  };
  const open = async () => {
    // Opened before the link is known: browsers block a window that opens after a wait.
    const tab = window.open('', '_blank');
    try {
      const { url } = await call('getLetterFile', place);
      if (tab) tab.location.href = url;
      else location.href = url;
    } catch (error) {
      tab?.close();
      complain(error);
    }
  };
  const move = async (action: Action, trackingNumber?: string) => {
    try {
      await call('moveLetter', {
        params: place.params,
        body: { occurredAt: message.occurredAt, action, trackingNumber },
      });
      isPosting.value = false;
      say(words.noted);
      await openTicket(message.ticketId);
    } catch (error) {
      complain(error);
    }
  };
  return (
    <>
      <p class={paper.state === 'returned' ? 'delivery problem' : 'delivery hint'}>
        <span>
          <Icon name={icons[paper.state]} /> {sentenceOf(paper)}
        </span>
      </p>
      <p class="delivery">
        <button type="button" onClick={() => void open()}>
          {words.openFile}
        </button>
        {can('letters.enter') &&
          actions[paper.state].map((action) => (
            <button
              key={action}
              type="button"
              onClick={() => (action === 'post' ? (isPosting.value = true) : void move(action))}
            >
              {words.action[action]}
            </button>
          ))}
      </p>
      {isPosting.value && (
        <PostingDialog
          onPost={(trackingNumber) => void move('post', trackingNumber)}
          onClose={() => (isPosting.value = false)}
        />
      )}
    </>
  );
};

type PostingProps = { onPost: (trackingNumber?: string) => void; onClose: () => void };

const PostingDialog = ({ onPost, onClose }: PostingProps) => {
  const { paper: words } = texts.value.said;
  return (
    <Dialog title={words.trackingOptional} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const number = new FormData(event.currentTarget).get('tracking');
          onPost(typeof number === 'string' && number.trim() ? number.trim() : undefined);
        }}
      >
        <label class="field">
          {words.tracking}
          <input name="tracking" maxLength={60} autocomplete="off" />
        </label>
        <p class="hint">{words.trackingHint}</p>
        <button type="submit" class="primary">
          {words.save}
        </button>
      </form>
    </Dialog>
  );
};
