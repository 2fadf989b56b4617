import type { Capacity } from '../../../schemas/desk.ts';
import { momentText } from '../../parts/time.ts';
import { me, now } from '../../state/desk.ts';
import { language } from '../../state/preferences.ts';
import { type Colleague, stateText } from '../../state/team.ts';
import { texts } from '../../texts/texts.ts';
import { takenToday } from './presence.ts';
import { PresenceMark } from './presence-mark.tsx';
import { words } from './words.ts';

type Props = {
  person: Colleague;
  capacity: Capacity | undefined;
  /** Absent for those who may not set it. */
  onAsk: (() => void) | undefined;
};

/** One colleague of a line: the state with its words, the shift, and the day's load. */
export const TeamRow = ({ person, capacity, onAsk }: Props) => {
  const { value } = words;
  const isMe = person.agentId === me.value?.agent.id;
  return (
    <li class="team-row">
      <span class="team-name">
        {person.name} {isMe && <span class="tag">{value.you}</span>}
      </span>
      <span class="team-state">
        <span>
          <PresenceMark state={person.state} /> {stateText(person)}
        </span>
        <span class="hint">{detailsOf(person)}</span>
      </span>
      <span class="team-shift hint">{shiftText(person)}</span>
      <Load person={person} capacity={capacity} />
      {onAsk && (
        <button
          type="button"
          class="quiet"
          aria-label={`${value.set} ${person.name}`}
          onClick={onAsk}
        >
          {value.set}
        </button>
      )}
    </li>
  );
};

const moment = (iso: string) => momentText(iso, now.value, language.value);

const detailsOf = ({ since, by, note, seenAt, state }: Colleague): string => {
  const { sinceMoment, cause } = texts.value.presence;
  // Of somebody who never said anything there is no moment worth showing.
  const isSaid = state !== 'off' || by !== 'self';
  // Their last screen is gone, and the desk waits before it takes them for gone, too.
  const isSilent = seenAt !== undefined && state !== 'off' && by !== 'silence';
  return [
    note,
    by !== 'self' && cause[by],
    isSaid && sinceMoment(moment(since)),
    isSilent && `${words.value.noScreen} ${sinceMoment(moment(seenAt))}`,
  ]
    .filter(Boolean)
    .join(' · ');
};

const shiftText = ({ isOnShift, shiftChangesAt }: Colleague): string => {
  const { value } = words;
  if (!shiftChangesAt) return isOnShift ? value.shift : value.offShift;
  return isOnShift
    ? value.shiftUntil(moment(shiftChangesAt))
    : value.shiftFrom(moment(shiftChangesAt));
};

const Load = ({ person, capacity }: Pick<Props, 'person' | 'capacity'>) => {
  const { value } = words;
  const { load } = person;
  const taken = takenToday(load, now.value);
  const most = capacity?.perDay;
  return (
    <span class="team-load">
      <span>
        {[value.open(load?.tickets ?? 0), load?.chats && value.chats(load.chats)]
          .filter(Boolean)
          .join(', ')}
        {' · '}
        {most ? value.todayOf(taken, most) : value.today(taken)}
      </span>
      {most !== undefined && (
        <svg class="team-bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
          <rect class="team-bar-all" width="100" height="6" />
          <rect
            class={taken >= most ? 'team-bar-taken full' : 'team-bar-taken'}
            width={Math.min(100, (100 * taken) / most)}
            height="6"
          />
        </svg>
      )}
    </span>
  );
};
