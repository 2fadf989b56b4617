import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import type { Output } from '../../api/client.ts';
import { useKeys } from '../../parts/keys.ts';
import { fullMomentText } from '../../parts/time.ts';
import { complain, say } from '../../parts/toast.tsx';
import { call } from '../../state/desk.ts';
import { language } from '../../state/preferences.ts';
import { forget, readHeld } from '../../state/quarantine.ts';
import { texts } from '../../texts/texts.ts';
import { BlockDialog } from './block-dialog.tsx';
import { WhyTag } from './held-row.tsx';

type View = Output<'getTicket'>;
type Entry = Extract<View['entries'][number], { type: 'message' }>;

/**
 * A mail looked at safely: its words as plain text, never its formatting; its links cannot be followed, its pictures
 * do not load and its files do not open.
 */
export const HeldDetail = ({ ticketId }: { ticketId: string }) => {
  const view = useSignal<View | undefined>(undefined);
  const isBlocking = useSignal(false);
  const { route } = useLocation();
  const words = texts.value.mail.quarantine;
  useEffect(() => {
    void call('getTicket', { params: { ticketId }, query: {} }).then((found) => {
      view.value = found;
    }, complain);
  }, [ticketId]);

  const setStatus = async (version: number, status: 'open' | 'spam') =>
    (await call('changeStatus', { params: { ticketId }, body: { version, status } })).ticket;
  const release = async () => {
    const ticket = view.value?.ticket;
    if (!ticket) return;
    try {
      const released = await setStatus(ticket.version, 'open');
      forget(ticketId);
      route('/quarantine');
      say(words.released(ticket.number), () => {
        void setStatus(released.version, 'spam').then(readHeld).catch(complain);
      });
    } catch (error) {
      complain(error);
    }
  };
  const keys = useMemo(
    () => ({
      r: () => void release(),
      b: () => {
        isBlocking.value = true;
      },
    }),
    [],
  );
  useKeys(keys);

  if (!view.value) return <p class="empty">{texts.value.app.loading}</p>;
  const { ticket, entries } = view.value;
  const messages = entries.filter((entry) => entry.type === 'message');
  const address = messages.find(({ direction }) => direction === 'in')?.address;
  return (
    <article class="held">
      <header class="held-head">
        <a class="back" href="/quarantine" aria-label={words.back}>
          ←
        </a>
        <h2>{ticket.subject || `#${ticket.number}`}</h2>
      </header>
      <p class="held-why">
        <WhyTag held={ticket.held} /> {words.meaning[ticket.held ?? 'marked']}
      </p>
      <p class="held-actions">
        {ticket.status === 'spam' && (
          <button
            type="button"
            class="primary"
            title={words.releaseHint}
            onClick={() => void release()}
          >
            {words.release}
            <kbd>r</kbd>
          </button>
        )}
        {address?.includes('@') && (
          <button type="button" onClick={() => (isBlocking.value = true)}>
            {words.block}
            <kbd>b</kbd>
          </button>
        )}
        <a class="button quiet" href={`/tickets/${ticket.id}`}>
          {words.open}
        </a>
      </p>
      {messages.map((message) => (
        <HeldMessage key={message.id} message={message} />
      ))}
      {isBlocking.value && address && (
        <BlockDialog address={address} onClose={() => (isBlocking.value = false)} />
      )}
    </article>
  );
};

const HeldMessage = ({ message }: { message: Entry }) => {
  const words = texts.value.mail.quarantine;
  const sentences = message.flags
    .map((flag) => texts.value.ticket.flags[flag])
    .filter((sentence) => sentence !== undefined);
  return (
    <section class="held-message">
      <dl>
        <dt>{words.from}</dt>
        <dd>
          {message.author.name}
          {message.address && message.address !== message.author.name && (
            <span class="hint"> {message.address}</span>
          )}
        </dd>
      </dl>
      <time class="hint" dateTime={message.occurredAt}>
        {fullMomentText(message.occurredAt, language.value)}
      </time>
      {sentences.map((sentence) => (
        <p key={sentence} class="held-flag">
          ⚠ {sentence}
        </p>
      ))}
      <div class="held-text">{message.text || words.noText}</div>
      <HeldFiles message={message} />
    </section>
  );
};

/** By name only: nothing here opens a stranger's file. */
const HeldFiles = ({ message }: { message: Entry }) => {
  const words = texts.value.mail.quarantine;
  if (message.flags.includes('virus')) return <p class="hint">{words.filesWithheld}</p>;
  if (message.attachments.length === 0) return null;
  return (
    <div class="held-files">
      <p>
        {words.files} <span class="hint">{words.filesHint}</span>
      </p>
      <ul>
        {message.attachments.map((file, index) => (
          <li key={index}>
            {file.name} <span class="hint">{Math.max(1, Math.round(file.size / 1024))} KB</span>
          </li>
        ))}
      </ul>
    </div>
  );
};
