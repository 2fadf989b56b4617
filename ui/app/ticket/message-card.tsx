import { useSignal } from '@preact/signals';
import { fullMomentText, momentText } from '../../parts/time.ts';
import { complain } from '../../parts/toast.tsx';
import { call, can, config, now } from '../../state/desk.ts';
import { language } from '../../state/preferences.ts';
import { type MessageEntry, view } from '../../state/ticket.ts';
import { texts } from '../../texts/texts.ts';
import { DeliveryLine } from './delivery-line.tsx';
import { Files } from './files.tsx';
import { HtmlBody } from './html-body.tsx';
import { CallLine } from './message/call-line.tsx';
import { partLeftOut } from './message/left-out.ts';
import { Media, mediaKindOf } from './message/media.tsx';
import { PlaceLine } from './message/place-line.tsx';
import { QuotedMessage } from './message/quoted-message.tsx';
import { Reactions } from './message/reactions.tsx';
import { Wordings } from './message/wordings.tsx';
import './message/message.css';

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
    <section
      id={message.id}
      tabIndex={-1}
      class={`card message ${message.direction}${isRobot ? ' robot' : ''}`}
    >
      <header>
        <b>{isRobot ? (config.value?.name ?? message.author.name) : message.author.name}</b>
        {message.direction === 'in' &&
          message.address &&
          message.address !== message.author.name && (
            <span class="hint address">{message.address}</span>
          )}
        {kind && <span class="tag">{kind}</span>}
        {message.channel !== view.value?.ticket.channel && (
          <span class="tag">{texts.value.channel[message.channel]}</span>
        )}
        {message.flags.includes('echo') && <span class="tag">{texts.value.said.echo}</span>}
        {message.template && (
          <span class="tag">
            {texts.value.said.template}: {message.template.name}
          </span>
        )}
        <time
          dateTime={message.occurredAt}
          title={fullMomentText(message.occurredAt, language.value)}
        >
          {momentText(message.occurredAt, now.value, language.value)}
        </time>
      </header>
      <QuotedMessage message={message} />
      <Flags flags={message.flags} />
      {message.deletedAt && <Withdrawn message={message} />}
      {message.call && <CallLine call={message.call} />}
      <Body message={message} />
      {message.place && <PlaceLine place={message.place} />}
      <Media message={message} />
      <Files entry={message} isShown={(file) => mediaKindOf(file) === 'picture'} />
      <Wordings message={message} />
      <Reactions message={message} />
      <DeliveryLine message={message} />
    </section>
  );
};

const Withdrawn = ({ message }: { message: MessageEntry }) => {
  const { said } = texts.value;
  return (
    <p class="flags">
      {message.direction === 'in' ? said.withdrawnByCustomer : said.withdrawnByUs}
    </p>
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
  const { text: written, html } = whole.value ?? message;
  const { words: text, leftOut } = partLeftOut(written);
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
        shown && <div class="said">{message.deletedAt ? <s>{shown}</s> : shown}</div>
      )}
      {leftOut.map(({ reason, what }) => (
        <p key={what} class="flags">
          {texts.value.said.left[reason](what)}
        </p>
      ))}
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
