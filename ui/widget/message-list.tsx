import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { ChatMessage } from '../../schemas/chat.ts';
import { type Pending, progressOf } from './conversation.ts';
import { linked } from './linked.tsx';
import { Icon, useChatState, useView } from './view.tsx';
import { backAt, dayLabel, isSameDay, sizeOf, timeOf } from './when.ts';

/** Nearer to the end than this, new messages are scrolled to; who reads further up is left there. */
const nearPixels = 80;

/** Everything said, oldest first; announced to screen readers as it comes. */
export const MessageList = () => {
  const { texts, locale } = useView();
  const { conversation, isRead, isCut, status } = useChatState();
  const { messages, pending } = conversation;
  const list = useRef<HTMLDivElement>(null);
  const isNear = useRef(true);
  // Whatever changed: also a mark below the newest words makes the list longer.
  useLayoutEffect(() => {
    if (isNear.current && list.current) list.current.scrollTop = list.current.scrollHeight;
  });
  useEffect(() => {
    isNear.current = true;
  }, [pending.length]);
  // What grows below (a field, files) must not cover the newest words.
  useEffect(() => {
    const { current } = list;
    if (!current) return undefined;
    const observer = new ResizeObserver(() => {
      if (isNear.current) current.scrollTop = current.scrollHeight;
    });
    observer.observe(current);
    return () => observer.disconnect();
  }, []);
  const last = messages.findLast(({ by }) => by === 'visitor');
  const progress = progressOf(conversation);
  const back = status?.opensAt && backAt(status.opensAt, new Date(), locale);
  return (
    <div
      ref={list}
      class="list"
      role="log"
      aria-label={texts.log}
      // oxlint-disable-next-line jsx_a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
      tabIndex={0}
      onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) => {
        isNear.current = scrollHeight - scrollTop - clientHeight < nearPixels;
      }}
    >
      {isCut && <p class="day">{texts.olderCut}</p>}
      {isRead && messages.length === 0 && pending.length === 0 && (
        <p class="empty">{status?.isOpen === false ? texts.awayGreeting(back) : texts.greeting}</p>
      )}
      {messages.map((message, index) => (
        <Said
          key={message.id}
          message={message}
          isNewDay={!isSameDay(message.at, messages[index - 1]?.at ?? '1970-01-01')}
          progress={message === last && pending.length === 0 ? progress : undefined}
        />
      ))}
      {pending.map((message) => (
        <OnItsWay key={message.clientMsgId} message={message} />
      ))}
    </div>
  );
};

type SaidProps = {
  readonly message: ChatMessage;
  readonly isNewDay: boolean;
  readonly progress: 'sent' | 'read' | undefined;
};

const Said = ({ message, isNewDay, progress }: SaidProps) => {
  const { texts, locale } = useView();
  const { by, at, text, files, isDeleted, isEdited, isElsewhere } = message;
  const name = by === 'visitor' ? texts.you : by === 'desk' ? texts.desk : (message.name ?? '');
  const marks = [isElsewhere && texts.byMail, isEdited && texts.edited].filter(Boolean);
  return (
    <>
      {isNewDay && <p class="day">{dayLabel(at, new Date(), { locale, words: texts })}</p>}
      <div class={`said ${by === 'visitor' ? 'mine' : 'theirs'}`}>
        <p class="meta">
          <span class={by === 'visitor' ? 'unseen' : ''}>{name}</span>{' '}
          <time dateTime={at}>{timeOf(at, locale)}</time>
          {marks.length > 0 && ` · ${marks.join(' · ')}`}
        </p>
        {isDeleted ? <p class="bubble gone">{texts.deleted}</p> : null}
        {text !== '' && <p class={by === 'desk' ? 'bubble robot' : 'bubble'}>{linked(text)}</p>}
        {files.map((file) => (
          <FileLink key={file.name + file.size} file={file} />
        ))}
        {progress && <p class="meta">{texts[progress]}</p>}
      </div>
    </>
  );
};

const FileLink = ({ file: { name, size, url } }: { file: ChatMessage['files'][number] }) => {
  const { texts, locale } = useView();
  const content = (
    <>
      <Icon name="file" />
      <span class="name">{name}</span>
      <span class="size">{sizeOf(size, locale)}</span>
    </>
  );
  return url === undefined ? (
    <p class="file">{content}</p>
  ) : (
    <a
      class="file"
      href={url}
      target="_blank"
      rel="noopener noreferrer"
      aria-label={texts.download(name)}
    >
      {content}
    </a>
  );
};

const OnItsWay = ({ message }: { message: Pending }) => {
  const { chat, texts } = useView();
  const { clientMsgId, text, files, refusal } = message;
  return (
    <div class={`said mine ${refusal === undefined ? 'waiting' : 'refused'}`}>
      {text !== '' && <p class="bubble">{text}</p>}
      {files.map((file) => (
        <FileLink key={file.grant} file={{ ...file, type: '' }} />
      ))}
      {refusal === undefined ? (
        <p class="meta">{texts.sending}</p>
      ) : (
        <p class="meta fault" role="alert">
          {texts.notSent} {texts.faults[refusal] ?? texts.faults.unknown}{' '}
          <button type="button" class="link" onClick={() => chat.sendAgain(clientMsgId)}>
            {texts.again}
          </button>{' '}
          <button type="button" class="link" onClick={() => chat.remove(clientMsgId)}>
            {texts.remove}
          </button>
        </p>
      )}
    </div>
  );
};
