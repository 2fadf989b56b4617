import type { PresenceState } from '../../../schemas/presence.ts';
import { desk, lineNames, me } from '../../state/desk.ts';
import type { Colleague } from '../../state/team.ts';
import { texts } from '../../texts/texts.ts';
import { fatesOf } from './presence.ts';

type Props = { person: Colleague | undefined; isMe: boolean; state: PresenceState };

/** What becomes of the open tickets somebody holds when they go. Said before, so that nobody is surprised. */
export const Consequence = ({ person, isMe, state }: Props) => {
  const words = texts.value.presence;
  if (state !== 'away' && state !== 'off') return <div class="consequence" role="status" />;
  const held = person?.load?.tickets ?? 0;
  const of = new Set(person?.lines ?? me.value?.agent.lines ?? []);
  const lines = desk.value?.lines.filter(({ id }) => of.has(id)) ?? [];
  const told = fatesOf(lines, state).map(({ fate, lines: named }) =>
    named.length === 0
      ? words.fate[fate]
      : words.fateOn(
          named.map((line) => lineNames.value.get(line) ?? line).join(', '),
          words.fate[fate],
        ),
  );
  const isProtected = desk.value?.topics.some((topic) => topic.isProtected) ?? false;
  const holds = isMe || !person ? words.held(held) : words.heldBy(person.name, held);
  const sentences = held === 0 ? [words.noneHeld] : [holds, ...told];
  if (held > 0 && isProtected) sentences.push(words.protectedStay);
  return (
    <div class="consequence" role="status">
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </div>
  );
};
