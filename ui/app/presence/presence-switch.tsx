import { momentText } from '../../parts/time.ts';
import { now } from '../../state/desk.ts';
import { language } from '../../state/preferences.ts';
import { comeBack, mayWork, mine, stateText } from '../../state/team.ts';
import { texts } from '../../texts/texts.ts';
import { PresenceMark } from './presence-mark.tsx';
import { asksPresence } from './presence-state.ts';

/** One's own presence and the way to change it; `isShort` in the bar of a phone. */
export const PresenceSwitch = ({ isShort }: { isShort?: boolean }) => {
  const words = texts.value.presence;
  if (!mayWork()) return null;
  const known = mine.value;
  const state = known?.state;
  return (
    <div class={isShort ? 'presence-switch short' : 'presence-switch'}>
      <button
        type="button"
        class="presence-now"
        aria-haspopup="dialog"
        title={words.change}
        onClick={() => (asksPresence.value = true)}
      >
        {state && <PresenceMark state={state} />}
        <span class="presence-word">
          <span class="visually-hidden">{words.unknown}: </span>
          {known ? (isShort ? words.states[known.state] : stateText(known)) : '…'}
        </span>
        {!isShort && <kbd>p</kbd>}
      </button>
      {!isShort && state !== undefined && state !== 'available' && (
        <button type="button" class="come-back" onClick={() => void comeBack()}>
          {state === 'off' ? words.begin : words.comeBack}
        </button>
      )}
      {!isShort && known && known.by !== 'self' && (
        <p class="hint presence-cause">
          {words.cause[known.by]},{' '}
          {words.sinceMoment(momentText(known.since, now.value, language.value))}
        </p>
      )}
      {!isShort && known?.note && <p class="hint presence-cause">{known.note}</p>}
    </div>
  );
};
