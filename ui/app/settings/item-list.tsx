import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { say } from '../../parts/toast.tsx';
import type { Fault } from './editor.ts';
import { ItemRow } from './item-row.tsx';
import { listWords } from './list-words.ts';
import { mayEdit } from './may-edit.ts';
import { moved, replaced } from './moved.ts';

/** How an item is shown in its row, and what it is called. */
type Shown = {
  name: string;
  tags?: ComponentChildren;
  summary?: ComponentChildren;
  controls?: ComponentChildren;
  isOff?: boolean;
};

type Props<Item> = {
  label: string;
  items: readonly Item[];
  /** The list as it is by now: what is taken back later must not take other edits with it. */
  latest: () => readonly Item[];
  /** `isMoved`: places have changed. */
  onChange: (items: Item[], isMoved?: boolean) => void;
  show: (item: Item, put: (item: Item) => void) => Shown;
  /** The fields of the item that is opened. */
  fields: (
    item: Item,
    put: (item: Item, isMoved?: boolean) => void,
    at: string,
  ) => ComponentChildren;
  /** The list's place in what is saved, if it is not all of it: `rules`. */
  at?: string;
  faults: readonly Fault[];
  empty: ComponentChildren;
  /** A new item; without it none can be added here. */
  add?: { label: string; make: () => Item };
  isInner?: boolean;
  /** Which items there are is decided elsewhere. */
  isFixed?: boolean;
};

/** An ordered list that is edited in its place: opened, added to, moved by buttons or Alt ↑ and Alt ↓, taken from and back. */
export const ItemList = <Item,>(props: Props<Item>) => {
  const { label, items, onChange, at, faults, add, isInner, isFixed } = props;
  const words = listWords.value;
  const list = useRef<HTMLOListElement>(null);
  const opened = useSignal(-1);
  const told = useSignal('');
  const nameOf = (item: Item) => props.show(item, () => undefined).name;
  const placeOf = (index: number) => (at === undefined ? String(index) : `${at}.${index}`);
  const put = (index: number) => (item: Item, isMoved?: boolean) =>
    onChange(replaced(items, index, item), isMoved);

  const focusAt = (index: number, part: string) =>
    requestAnimationFrame(() => {
      const row = list.current?.children[index];
      row?.querySelector<HTMLElement>(`:scope > .rule-head [data-part=${part}]`)?.focus();
    });
  /** The focus goes along with what was moved. */
  const move = (index: number, by: -1 | 1) => {
    const place = Math.max(0, Math.min(index + by, items.length - 1));
    const item = items[index];
    if (item === undefined) return;
    const focused = document.activeElement?.getAttribute('data-part') ?? 'open';
    if (place !== index) {
      const isOpened = opened.value === index;
      if (isOpened) opened.value = place;
      else if (opened.value === place) opened.value = index;
      onChange(moved(items, index, place), true);
    }
    told.value = words.movedTo(nameOf(item), place + 1, items.length);
    focusAt(place, focused);
  };
  const remove = (item: Item, index: number) => {
    if (opened.value === index) opened.value = -1;
    else if (opened.value > index) opened.value -= 1;
    onChange(items.toSpliced(index, 1), true);
    say(words.removed(nameOf(item)), () => {
      opened.value = -1;
      onChange(props.latest().toSpliced(index, 0, item), true);
    });
  };
  const addOne = () => {
    if (!add) return;
    opened.value = items.length;
    onChange([...items, add.make()], true);
    requestAnimationFrame(() => {
      const row = list.current?.lastElementChild;
      row?.querySelector<HTMLElement>('.rule-editor input, .rule-editor select')?.focus();
    });
  };

  return (
    <>
      {items.length === 0 ? (
        <div class="empty">{props.empty}</div>
      ) : (
        <ol ref={list} class="rules" aria-label={label}>
          {items.map((item, index) => (
            <ItemRow
              // Places are the keys: an item need not have an id, nor keep it while it is edited.
              key={index}
              {...props.show(item, put(index))}
              index={index}
              isInner={isInner ?? false}
              isOpen={opened.value === index}
              at={placeOf(index)}
              faults={faults}
              onOpen={(isOpen) => (opened.value = isOpen ? index : -1)}
              onMove={items.length > 1 ? (by) => move(index, by) : undefined}
              onRemove={isFixed ? undefined : () => remove(item, index)}
            >
              {opened.value === index && props.fields(item, put(index), placeOf(index))}
            </ItemRow>
          ))}
        </ol>
      )}
      {mayEdit() && (
        <div class="list-end">
          {add && (
            <button type="button" onClick={addOne}>
              {add.label}
            </button>
          )}
          {items.length > 1 && !isInner && <p class="hint rules-keys">{words.keys}</p>}
        </div>
      )}
      <p class="visually-hidden" role="status">
        {told.value}
      </p>
    </>
  );
};
