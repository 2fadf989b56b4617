import { useEffect, useRef } from 'preact/hooks';
import { Panel } from './panel.tsx';
import { Icon, useChatState, useView } from './view.tsx';

/** The button on the page and the window it opens. */
export const App = () => {
  const { chat, texts } = useView();
  const { isOpen, unread } = useChatState();
  const button = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  // Who closes the window is back where they opened it.
  useEffect(() => {
    if (wasOpen.current && !isOpen) button.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  const label = isOpen ? texts.close : unread > 0 ? texts.openUnread(unread) : texts.open;
  return (
    <>
      {isOpen && <Panel />}
      <button
        ref={button}
        type="button"
        class="launcher"
        aria-expanded={isOpen}
        aria-label={label}
        title={label}
        onClick={() => (isOpen ? chat.close() : chat.open())}
      >
        <Icon name={isOpen ? 'close' : 'chat'} />
        {unread > 0 && !isOpen && (
          <span class="badge" aria-hidden="true">
            {unread > 9 ? '9+' : unread}
          </span>
        )}
      </button>
      <p class="unseen" role="status">
        {!isOpen && unread > 0 ? texts.openUnread(unread) : ''}
      </p>
    </>
  );
};
