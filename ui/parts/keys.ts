import { useEffect } from 'preact/hooks';
import { areShortcutsOn } from '../state/preferences.ts';
import { type Pressed, readKeys } from './key-sequence.ts';

type Keys = Readonly<Record<string, () => void>>;

/** Key maps of everything on screen, the innermost last. */
const maps: Keys[] = [];
let pressed: Pressed = { letter: '', at: 0 };

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

const isAsking = () => document.querySelector('dialog[open], [role="menu"]:popover-open') !== null;

/** One listener for all maps: a sequence of any of them goes before a single key of the innermost. */
const hear = (event: KeyboardEvent): void => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  if (!areShortcutsOn.value && event.key !== '?') return;
  if (isTyping(event.target) || isAsking()) return;
  const read = readKeys(event, pressed, Date.now());
  pressed = read.pressed;
  for (const name of read.names) {
    const action = maps.findLast((keys) => keys[name] !== undefined)?.[name];
    if (!action) continue;
    event.preventDefault();
    return action();
  }
};

/**
 * Single keys and two-key sequences (`g m`) while nobody is typing and no dialog is open. A person can switch
 * them off (WCAG 2.1.4): speech input presses keys that nobody meant.
 */
export const useKeys = (keys: Keys): void => {
  useEffect(() => {
    if (maps.length === 0) addEventListener('keydown', hear);
    maps.push(keys);
    return () => {
      maps.splice(maps.indexOf(keys), 1);
      if (maps.length === 0) removeEventListener('keydown', hear);
    };
  }, [keys]);
};
