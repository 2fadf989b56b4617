import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { PresenceState } from '../../../schemas/presence.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { DialogEnd } from '../../parts/dialog-end.tsx';
import { sentenceOf } from '../../parts/sentence-of.ts';
import { momentText } from '../../parts/time.ts';
import { now } from '../../state/desk.ts';
import { language } from '../../state/preferences.ts';
import { type Colleague, setFor, setMine } from '../../state/team.ts';
import type { UntilChoice } from '../../texts/presence/presence-texts.ts';
import { texts } from '../../texts/texts.ts';
import { forInput } from '../ticket/snooze-moments.ts';
import { Consequence } from './consequence.tsx';
import { states, untilOf } from './presence.ts';
import { PresenceMark } from './presence-mark.tsx';

type Props = {
  /** Whose presence it is; undefined while one's own is not known yet. */
  person: Colleague | undefined;
  isMe: boolean;
  onClose: () => void;
};

/** Whether somebody takes work, until when they do not, and what becomes of what they hold. */
export const PresenceDialog = ({ person, isMe, onClose }: Props) => {
  const words = texts.value.presence;
  const state = useSignal<PresenceState>(person?.state ?? 'available');
  // A return that was said before stays said while something else is changed.
  const back = person?.until && Date.parse(person.until) > Date.now() ? person.until : undefined;
  const choice = useSignal<UntilChoice>(back ? 'custom' : 'none');
  const custom = useSignal(back ? forInput(Date.parse(back)) : '');
  const note = useSignal(person?.note ?? '');
  const problem = useSignal('');
  const isBusy = useSignal(false);
  const hasUntil = state.value === 'busy' || state.value === 'away';

  const save = async () => {
    const until = hasUntil
      ? untilOf(choice.value, {
          now: Date.now(),
          shiftEnd: person?.shiftChangesAt,
          custom: custom.value,
        })
      : undefined;
    if (until && Date.parse(until) <= Date.now()) {
      problem.value = words.customPast;
      return;
    }
    const said = state.value === 'available' ? '' : note.value.trim();
    const wish = { state: state.value, ...(until && { until }), ...(said && { note: said }) };
    isBusy.value = true;
    problem.value = '';
    await (isMe || !person ? setMine(wish) : setFor(person, wish)).then(
      onClose,
      (error: unknown) => {
        problem.value = sentenceOf(error);
      },
    );
    isBusy.value = false;
  };

  return (
    <Dialog title={isMe || !person ? words.title : words.titleOf(person.name)} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        {person && person.by !== 'self' && (
          <p class="hint">
            {words.states[person.state]}: {words.cause[person.by]},{' '}
            {words.sinceMoment(momentText(person.since, now.value, language.value))}
          </p>
        )}
        <StateChoice state={state.value} onChange={(chosen) => (state.value = chosen)} />
        {hasUntil && (
          <UntilFields
            choice={choice.value}
            custom={custom.value}
            shiftEnd={person?.isOnShift ? person.shiftChangesAt : undefined}
            onChoose={(chosen) => (choice.value = chosen)}
            onWrite={(moment) => (custom.value = moment)}
          />
        )}
        {state.value !== 'available' && (
          <label class="field">
            {words.note}
            <input
              maxLength={120}
              autocomplete="off"
              placeholder={words.noteHint}
              value={note.value}
              onInput={(event) => (note.value = event.currentTarget.value)}
            />
          </label>
        )}
        <Consequence person={person} isMe={isMe} state={state.value} />
        <DialogEnd
          problem={problem.value}
          cancel={words.cancel}
          submit={words.save}
          isBusy={isBusy.value}
          onClose={onClose}
        />
      </form>
    </Dialog>
  );
};

type StateProps = { state: PresenceState; onChange: (state: PresenceState) => void };

const StateChoice = ({ state, onChange }: StateProps) => {
  const words = texts.value.presence;
  const name = useId();
  return (
    <fieldset class="presence-states">
      <legend class="visually-hidden">{words.unknown}</legend>
      {states.map((one) => (
        <label key={one} class={one === state ? 'presence-state chosen' : 'presence-state'}>
          <input
            type="radio"
            name={name}
            value={one}
            // The focus begins where somebody stands now; the arrow keys go on from there.
            autofocus={one === state}
            checked={one === state}
            onChange={() => onChange(one)}
          />
          <PresenceMark state={one} />
          <span>
            <b>{words.states[one]}</b> <span class="hint">{words.explained[one]}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
};

type UntilProps = {
  choice: UntilChoice;
  custom: string;
  shiftEnd: string | undefined;
  onChoose: (choice: UntilChoice) => void;
  onWrite: (moment: string) => void;
};

const UntilFields = ({ choice, custom, shiftEnd, onChoose, onWrite }: UntilProps) => {
  const words = texts.value.presence;
  const shown = (Object.entries(words.until) as [UntilChoice, string][]).filter(
    ([one]) => one !== 'shift' || shiftEnd !== undefined,
  );
  return (
    <div class="presence-until">
      <label class="field">
        {words.back}
        <select
          value={choice}
          onChange={(event) => onChoose(event.currentTarget.value as UntilChoice)}
        >
          {shown.map(([one, name]) => (
            <option key={one} value={one}>
              {one === 'shift' && shiftEnd
                ? `${name}, ${momentText(shiftEnd, now.value, language.value)}`
                : name}
            </option>
          ))}
        </select>
      </label>
      {choice === 'custom' && (
        <label class="field">
          {words.custom}
          <input
            type="datetime-local"
            required
            min={forInput(now.value)}
            value={custom}
            onInput={(event) => onWrite(event.currentTarget.value)}
          />
        </label>
      )}
    </div>
  );
};
