import { Dialog } from '../../parts/dialog.tsx';
import { areShortcutsOn } from '../../state/preferences.ts';
import { texts } from '../../texts/texts.ts';

/** What the keys do, and a switch for people whose input presses keys they did not mean. */
export const KeyHelp = ({ onClose }: { onClose: () => void }) => (
  <Dialog title={texts.value.keys.title} onClose={onClose}>
    <dl class="key-help">
      {texts.value.keys.list.map(([keys, meaning]) => (
        <div key={keys}>
          <dt>
            <kbd>{keys}</kbd>
          </dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
    <label class="switch">
      <input
        type="checkbox"
        checked={areShortcutsOn.value}
        onChange={(event) => {
          areShortcutsOn.value = event.currentTarget.checked;
        }}
      />
      {texts.value.keys.areOn}
    </label>
  </Dialog>
);
