import { useEffect } from 'preact/hooks';
import { config } from '../state/desk.ts';

/** What the browser's tab and history say: the screen, then the desk. */
export const usePageTitle = (title: string): void => {
  const name = config.value?.name ?? 'Firstline';
  useEffect(() => {
    document.title = title ? `${title} · ${name}` : name;
  }, [title, name]);
};

/**
 * A screen that has just been opened takes the focus at its heading, so that Tab and a screen reader go on from
 * there; not when the person is already in a field, nor when the page itself was just loaded.
 */
export const focusHeading = (): void => {
  const { activeElement } = document;
  if (activeElement?.closest('main form, dialog')) return;
  document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
};
