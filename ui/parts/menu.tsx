import { useRef } from 'preact/hooks';
import './menu.css';

export type MenuItem = { label: string; onChoose: () => void };
type Props = { label: string; items: readonly MenuItem[] };

/** Further actions behind one button. The browser's popover closes it on Escape and on a click elsewhere. */
export const Menu = ({ label, items }: Props) => {
  const list = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const buttons = () => [...(list.current?.querySelectorAll('button') ?? [])];
  const move = (event: KeyboardEvent) => {
    const all = buttons();
    const at = all.indexOf(document.activeElement as HTMLButtonElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    all.at(to % all.length)?.focus();
  };
  /** Under its button, and inside the window. */
  const place = () => {
    if (!list.current || !opener.current) return;
    const { bottom, right } = opener.current.getBoundingClientRect();
    list.current.style.top = `${bottom + 4}px`;
    list.current.style.left = `${Math.max(8, right - list.current.offsetWidth)}px`;
  };

  return (
    <>
      <button
        ref={opener}
        type="button"
        aria-haspopup="menu"
        onClick={() => {
          list.current?.togglePopover();
          place();
          buttons()[0]?.focus();
        }}
      >
        {label} <span aria-hidden="true">▾</span>
      </button>
      <div ref={list} popover="auto" role="menu" aria-label={label} class="menu" onKeyDown={move}>
        {items.map((item) => (
          <button
            key={item.label}
            type="button"
            role="menuitem"
            tabIndex={-1}
            class="quiet"
            onClick={() => {
              list.current?.hidePopover();
              item.onChoose();
            }}
          >
            {item.label}
          </button>
        ))}
      </div>
    </>
  );
};
