import { type ComponentChild, render } from 'preact';
import { readTexts } from './texts/texts.ts';

/** Draws a page once its language is there. Without it there is one sentence left, in the one language everybody has. */
export const draw = (page: ComponentChild): void => {
  const place = document.getElementById('app');
  if (!place) return;
  readTexts().then(
    () => render(page, place),
    () => {
      place.textContent = 'This page did not load completely. Check your connection and reload it.';
    },
  );
};
