import type { ComponentChildren } from 'preact';
import type { Fault } from './editor.ts';
import { Faults } from './faults.tsx';
import { listWords } from './list-words.ts';
import { mayEdit } from './may-edit.ts';

type Props = {
  name: string;
  /** Beside the name: what is particular about the item. */
  tags?: ComponentChildren;
  /** What the item says while it is closed. */
  summary?: ComponentChildren;
  /** Between the place and the buttons of moving: what can be changed without opening. */
  controls?: ComponentChildren;
  index: number;
  /** In the list of an item, whose heading is a level lower. */
  isInner?: boolean;
  isOff?: boolean;
  isOpen: boolean;
  /** The item's place in what is saved: `rules.3`. */
  at: string;
  faults: readonly Fault[];
  children: ComponentChildren;
  onOpen: (isOpen: boolean) => void;
  onMove?: ((by: -1 | 1) => void) | undefined;
  onRemove?: (() => void) | undefined;
};

/** One item of an ordered list: what it says, where it stands, and its fields when it is opened. */
export const ItemRow = (props: Props) => {
  const { name, index, isInner, isOff, isOpen, at, faults, onOpen, onMove, onRemove } = props;
  const words = listWords.value;
  const Heading = isInner ? 'h3' : 'h2';
  const button = (part: string, [text, label]: [string, string], press: () => void) => (
    <button type="button" class="quiet" data-part={part} aria-label={label} onClick={press}>
      {text}
    </button>
  );
  return (
    <li
      class={isOff ? 'rule off' : 'rule'}
      onKeyDown={(event) => {
        const by = { ArrowUp: -1 as const, ArrowDown: 1 as const }[event.key];
        if (!event.altKey || by === undefined || !onMove || !mayEdit()) return;
        event.preventDefault();
        event.stopPropagation();
        onMove(by);
      }}
    >
      <div class="rule-head">
        <span class="rule-number" aria-hidden="true">
          {index + 1}
        </span>
        <div class="rule-what">
          <Heading>
            {name} {props.tags}
          </Heading>
          {!isOpen && props.summary}
          <Faults of={faults} at={at} isDeep={!isOpen} />
        </div>
        <div class="rule-buttons">
          {mayEdit() && (
            <>
              {props.controls}
              {onMove && button('up', ['↑', words.up(name)], () => onMove(-1))}
              {onMove && button('down', ['↓', words.down(name)], () => onMove(1))}
              {onRemove && button('remove', ['×', `${words.remove}: ${name}`], onRemove)}
            </>
          )}
          <button
            type="button"
            data-part="open"
            aria-expanded={isOpen}
            aria-label={isOpen ? undefined : words.edit(name)}
            onClick={() => onOpen(!isOpen)}
          >
            {isOpen ? words.done : words.editShort}
          </button>
        </div>
      </div>
      {isOpen && props.children}
    </li>
  );
};
