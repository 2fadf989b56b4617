import { render } from 'preact';
import type { ChatUser } from '../schemas/chat.ts';
import { App } from './widget/app.tsx';
import frame from './widget/chat.css';
import { type Chat, newChat } from './widget/chat.ts';
import { noConversation } from './widget/conversation.ts';
import { newDesk } from './widget/desk.ts';
import fields from './widget/fields.css';
import { newKeeper } from './widget/keeper.ts';
import messages from './widget/messages.css';
import { optionsOf } from './widget/options.ts';
import { newStore } from './widget/state.ts';
import { textsIn } from './widget/texts/texts.ts';
import { ViewProvider } from './widget/view.tsx';

/** What a page's own scripts may call; docs/channels/chat.md. */
type PageApi = Pick<Chat, 'open' | 'close' | 'forget'> & {
  readonly identify: (user: ChatUser) => void;
};
declare global {
  interface Window {
    FirstlineChat?: PageApi;
  }
}

const warn = (text: string) => console.warn(`Firstline chat: ${text}`);

const sheetOf = (text: string): CSSStyleSheet => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
};

/**
 * One script tag: the widget stands in a shadow of its own, so neither side's styles touch the other's. Its style sheet
 * is made by script and its elements one by one: no inline style or markup that a strict content policy would refuse.
 */
function start(script: HTMLScriptElement): void {
  const { lang } = document.documentElement;
  const options = optionsOf({ src: script.src, attributes: { ...script.dataset } }, [
    lang,
    navigator.language,
  ]);
  if (!options) return warn('data-connection is missing in the script tag');
  const keeper = newKeeper(options.connection, () => localStorage);
  const store = newStore({
    isOpen: false,
    phase: 'idle',
    conversation: { ...noConversation, pending: keeper.read().pending ?? [] },
    isRead: false,
    isCut: false,
    name: '',
    isIdentified: false,
    uploads: [],
    unread: 0,
  });
  const desk = newDesk(options.base);
  const isVisible = () => document.visibilityState === 'visible';
  const chat = newChat({ options, desk, keeper, store, isVisible, warn });

  const host = document.createElement('firstline-chat');
  host.lang = options.language;
  host.dataset['theme'] = options.theme;
  host.dataset['side'] = options.side;
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [frame, messages, fields].map(sheetOf);
  document.body.append(host);
  const locale = navigator.languages.find((one) => one.startsWith(options.language));
  const view = {
    chat,
    store,
    desk,
    texts: textsIn(options.language),
    locale: locale ?? options.language,
  };
  render(
    <ViewProvider value={view}>
      <App />
    </ViewProvider>,
    root,
  );

  document.addEventListener('visibilitychange', () => isVisible() && chat.wake());
  addEventListener('online', chat.wake);
  addEventListener('offline', chat.lose);
  const { open, close, identify, forget } = chat;
  window.FirstlineChat = { open, close, identify, forget };
  dispatchEvent(new CustomEvent('firstline-chat-ready'));
}

const script = document.currentScript;
if (script instanceof HTMLScriptElement && !window.FirstlineChat) {
  if (document.body) start(script);
  else addEventListener('DOMContentLoaded', () => start(script));
}
