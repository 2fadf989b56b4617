import { texts } from '../../texts/texts.ts';
import type { Mode } from './composing.ts';

const modes: readonly Mode[] = ['reply', 'note'];

type Props = { chosen: Mode; onChoose: (mode: Mode) => void };

/** Answer or note. Arrow keys go from one to the other, Tab goes on to the text. */
export const ModeTabs = ({ chosen, onChoose }: Props) => {
  const words = texts.value.compose;
  return (
    <div
      class="modes"
      role="tablist"
      aria-label={words.modes}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
        const other = chosen === 'reply' ? 'note' : 'reply';
        onChoose(other);
        event.currentTarget.querySelector<HTMLElement>(`[data-mode="${other}"]`)?.focus();
      }}
    >
      {modes.map((mode) => (
        <button
          key={mode}
          id={`tab-${mode}`}
          type="button"
          role="tab"
          data-mode={mode}
          class="quiet"
          aria-selected={mode === chosen}
          aria-controls="composer-text"
          tabIndex={mode === chosen ? 0 : -1}
          onClick={() => onChoose(mode)}
        >
          {mode === 'reply' ? words.reply : words.noteTab}
        </button>
      ))}
    </div>
  );
};
