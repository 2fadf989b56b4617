import { useSignal } from '@preact/signals';
import { fullMomentText, momentText } from '../../parts/time.ts';
import { complain } from '../../parts/toast.tsx';
import { call, can, config, now } from '../../state/desk.ts';
import { language } from '../../state/preferences.ts';
import type { MessageEntry } from '../../state/ticket.ts';
import { texts } from '../../texts/texts.ts';
import { DeliveryLine } from './delivery-line.tsx';
import { Files } from './files.tsx';
import { HtmlBody } from './html-body.tsx';

const place = (message: MessageEntry) => ({
  params: { ticketId: message.ticketId, messageId: message.id },
  query: { occurredAt: message.occurredAt },
});

/** One thing said: by the customer on the left, by us on the right, robots smaller. */
export const MessageCard = ({ message }: { message: MessageEntry }) => {
  const words = texts.value.ticket;
  const kind = words.kinds[message.kind];
  const isRobot = message.author.kind === 'robot';
  return (
    <section class={`card message ${message.direction}${isRobot ? ' robot' : ''}`}>
      <header>
        <b>{isRobot ? (config.value?.name ?? message.author.name) : message.author.name}</b>
        {message.direction === 'in' &&
          message.address &&
          message.address !== message.author.name && (
            <span class="hint address">{message.address}</span>
          )}
        {kind && <span class="tag">{kind}</span>}
        <time
          dateTime={message.occurredAt}
          title={fullMomentText(message.occurredAt, language.value)}
        >
          {momentText(message.occurredAt, now.value, language.value)}
        </time>
      </header>
      <Flags flags={message.flags} />
      <Body message={message} />
      <Files entry={message} />
      <DeliveryLine message={message} />
    </section>
  );
};

const Flags = ({ flags }: { flags: readonly string[] }) => {
  const known = flags.map((flag) => texts.value.ticket.flags[flag]).filter(Boolean);
  if (known.length === 0) return null;
  return (
    <ul class="flags">
      {known.map((sentence) => (
        <li key={sentence}>⚠ {sentence}</li>
      ))}
    </ul>
  );
};

type Whole = { text: string; html?: string };

const Body = ({ message }: { message: MessageEntry }) => {
  const words = texts.value.ticket;
  const isHtml = useSignal(false);
  const isUnfolded = useSignal(false);
  const whole = useSignal<Whole | undefined>(undefined);
  const { text, html } = whole.value ?? message;
  const folds =
    !whole.value && message.quoteStart !== undefined && message.quoteStart < text.length;
  const shown = folds && !isUnfolded.value ? text.slice(0, message.quoteStart).trimEnd() : text;

  const readWhole = () =>
    call('getMessageBody', place(message)).then((body) => {
      whole.value = body;
    }, complain);
  const openRaw = () =>
    call('getRawMessage', place(message)).then(({ url }) => location.assign(url), complain);

  return (
    <>
      {isHtml.value && html ? (
        <HtmlBody html={html} message={message} />
      ) : (
        <div class="said">{shown}</div>
      )}
      <p class="body-actions">
        {folds && !isHtml.value && (
          <button
            type="button"
            class="link"
            aria-expanded={isUnfolded.value}
            onClick={() => (isUnfolded.value = !isUnfolded.value)}
          >
            {isUnfolded.value ? words.unquoted : words.quoted}
          </button>
        )}
        {message.isCut && !whole.value && (
          <button type="button" class="link" onClick={() => void readWhole()}>
            {words.whole}
          </button>
        )}
        {html && (
          <button type="button" class="link" onClick={() => (isHtml.value = !isHtml.value)}>
            {isHtml.value ? words.plain : words.html}
          </button>
        )}
        {message.hasRaw && can('raw-mail.read') && (
          <button type="button" class="link" onClick={() => void openRaw()}>
            {words.raw}
          </button>
        )}
      </p>
    </>
  );
};
