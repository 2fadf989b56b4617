import { fullMomentText, momentText } from '../../parts/time.ts';
import { config, now } from '../../state/desk.ts';
import { language } from '../../state/preferences.ts';
import { type MessageEntry, view } from '../../state/ticket.ts';
import { texts } from '../../texts/texts.ts';
import { DeliveryLine } from './delivery-line.tsx';
import { Files } from './files.tsx';
import { CallLine } from './message/call-line.tsx';
import { InvitationLine } from './message/invitation-line.tsx';
import { isShown, Media } from './message/media.tsx';
import { MessageBody } from './message/message-body.tsx';
import { PaperLine } from './message/paper-line.tsx';
import { PlaceLine } from './message/place-line.tsx';
import { QuotedMessage } from './message/quoted-message.tsx';
import { Reactions } from './message/reactions.tsx';
import { ReceivedLetterLine } from './message/received-letter.tsx';
import { Wordings } from './message/wordings.tsx';

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
      {message.letter && <ReceivedLetterLine letter={message.letter} />}
      {message.call && <CallLine call={message.call} />}
      {message.invitation && <InvitationLine invitation={message.invitation} />}
      <MessageBody message={message} />
      {message.place && <PlaceLine place={message.place} />}
      <Media message={message} />
      <Files entry={message} isShown={(file) => isShown(message, file)} />
      <Wordings message={message} />
      <Reactions message={message} />
      <DeliveryLine message={message} />
      {isOnPaper(message) && <PaperLine message={message} />}
    </section>
  );
};

/** A letter of ours that did not fail before it became paper. */
const isOnPaper = ({ channel, direction, delivery }: MessageEntry) =>
  channel === 'letter' && direction === 'out' && delivery !== undefined;

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
