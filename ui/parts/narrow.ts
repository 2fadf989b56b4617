import { signal } from '@preact/signals';

const query = matchMedia('(max-width: 700px)');

/** A phone, or a window as narrow as one: what is done less often goes into menus. */
export const isNarrow = signal(query.matches);
query.addEventListener('change', () => {
  isNarrow.value = query.matches;
});
