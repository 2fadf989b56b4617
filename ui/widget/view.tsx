import { createContext, type JSX } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import type { Chat } from './chat.ts';
import type { Desk } from './desk.ts';
import type { ChatState, Store } from './state.ts';
import type { WidgetTexts } from './texts/texts.ts';

/** What every part of the widget stands on. */
export type View = {
  readonly chat: Chat;
  readonly store: Store;
  readonly desk: Desk;
  readonly texts: WidgetTexts;
  /** For dates and numbers: the visitor's own way of writing the widget's language. */
  readonly locale: string;
};

const Context = createContext<View | undefined>(undefined);
export const ViewProvider = Context.Provider;

export const useView = (): View => {
  const view = useContext(Context);
  if (!view) throw new Error('outside of the widget');
  return view;
};

/** The store's state, shown anew whenever it changes. */
export const useChatState = (): ChatState => {
  const { store } = useView();
  const [state, show] = useState(store.state());
  useEffect(() => store.subscribe(() => show(store.state())), [store]);
  return state;
};

const paths = {
  chat: 'M4 4h16a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2h-8l-5 4v-4H4a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2z',
  close: 'M5 5l14 14M19 5L5 19',
  send: 'M4 12l16-8-5 16-4-6z',
  clip: 'M8 12l6-6a3 3 0 0 1 4 4l-8 8a5 5 0 0 1-7-7l8-8',
  file: 'M6 2h8l5 5v15H6zM14 2v5h5',
} as const;

export const Icon = ({ name }: { name: keyof typeof paths }): JSX.Element => (
  <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true" class="icon">
    <path d={paths[name]} />
  </svg>
);
