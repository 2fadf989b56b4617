import { useEffect, useRef } from 'preact/hooks';
import { Composer } from './composer.tsx';
import { isWaiting } from './conversation.ts';
import { MailField } from './mail-field.tsx';
import { MessageList } from './message-list.tsx';
import type { ChatState } from './state.ts';
import { Icon, useChatState, useView, type View } from './view.tsx';
import { backAt } from './when.ts';

/** The chat's window: a dialog beside the page on a desktop, the whole screen of a phone. */
export const Panel = () => {
  const { chat, texts, locale } = useView();
  const state = useChatState();
  const panel = useRef<HTMLElement>(null);
  // On a phone the keyboard would cover what is to be read first.
  useEffect(() => {
    const isTouched = matchMedia('(pointer: coarse)').matches;
    panel.current?.querySelector<HTMLElement>(isTouched ? 'h2' : 'textarea')?.focus();
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.isComposing) return;
    event.stopPropagation();
    chat.close();
  };
  return (
    <section
      ref={panel}
      class="panel"
      role="dialog"
      aria-label={texts.chat(state.name)}
      onKeyDown={onKeyDown}
    >
      <header>
        <div class="who">
          <h2 tabIndex={-1}>{state.name || texts.chat('').replace(/: $/, '')}</h2>
          <p role="status">{presence(state, { texts, locale })}</p>
        </div>
        <button type="button" class="plain" aria-label={texts.close} onClick={chat.close}>
          <Icon name="close" />
        </button>
      </header>
      {state.phase === 'lost' && (
        <p class="banner" role="alert">
          {texts.lost}
        </p>
      )}
      {state.phase === 'unavailable' ? (
        <p class="empty">{texts.unavailable}</p>
      ) : (
        <>
          <MessageList />
          <p class="wait" role="status">
            {waitSentence(state, { texts })}
          </p>
          <MailField />
          <Composer />
        </>
      )}
    </section>
  );
};

type Speaking = Pick<View, 'texts' | 'locale'>;

/** What stands under the name. */
function presence({ phase, status }: ChatState, { texts, locale }: Speaking): string {
  if (phase === 'connecting' && !status) return texts.connecting;
  if (phase === 'lost') return texts.connecting;
  if (!status) return '';
  if (status.isOpen) return texts.isOnline;
  return texts.isAway(status.opensAt && backAt(status.opensAt, new Date(), locale));
}

/** Place and time for who waits, the promise for who has not written; nothing when nothing honest can be said. */
export function waitSentence(
  {
    status,
    conversation,
    typing,
    isRead,
  }: Pick<ChatState, 'status' | 'conversation' | 'typing' | 'isRead'>,
  { texts }: Pick<Speaking, 'texts'>,
): string {
  if (typing) return texts.isTyping(typing);
  if (!status?.isOpen || !isRead) return '';
  const { position, isFarBack, waitMinutes, promise } = status;
  const about = waitMinutes === undefined ? '' : texts.about(waitMinutes);
  if (!isWaiting(conversation)) {
    if (conversation.messages.length > 0) return '';
    return about || (promise ? texts.usually(promise) : '');
  }
  if (position === undefined) return '';
  const place = isFarBack
    ? texts.farBack(position)
    : position === 1
      ? texts.next
      : texts.position(position);
  return [place, about].filter(Boolean).join(' ');
}
