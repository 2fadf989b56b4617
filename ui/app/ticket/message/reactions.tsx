import { fullMomentText } from '../../../parts/time.ts';
import { language } from '../../../state/preferences.ts';
import type { MessageEntry } from '../../../state/ticket.ts';
import { texts } from '../../../texts/texts.ts';

/** What either side thinks of a message without words. */
export const Reactions = ({ message }: { message: MessageEntry }) => {
  const { reactions = [] } = message;
  if (reactions.length === 0) return null;
  return (
    <ul class="reactions">
      {reactions.map(({ by, emoji, at }) => (
        <li key={by} class="tag" title={fullMomentText(at, language.value)}>
          {texts.value.said.reacted[by](emoji)}
        </li>
      ))}
    </ul>
  );
};
