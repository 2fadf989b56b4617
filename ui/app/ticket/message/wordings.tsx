import { fullMomentText, momentText } from '../../../parts/time.ts';
import { now } from '../../../state/desk.ts';
import { language } from '../../../state/preferences.ts';
import type { MessageEntry } from '../../../state/ticket.ts';
import { texts } from '../../../texts/texts.ts';

/** That its author changed a message, and what it said before. */
export const Wordings = ({ message }: { message: MessageEntry }) => {
  const { editedAt, wordings = [] } = message;
  if (!editedAt) return null;
  const { said } = texts.value;
  const edited = (
    <time dateTime={editedAt} title={fullMomentText(editedAt, language.value)}>
      {said.edited} {momentText(editedAt, now.value, language.value)}
    </time>
  );
  if (wordings.length === 0) return <p class="hint">{edited}</p>;
  return (
    <details class="wordings hint">
      <summary>
        {edited} · {said.wordings(wordings.length)}
      </summary>
      <ol>
        {wordings.map(({ text, until }) => (
          <li key={until}>
            <span class="said">{text || said.noWords}</span>{' '}
            <span>({said.until(momentText(until, now.value, language.value))})</span>
          </li>
        ))}
      </ol>
    </details>
  );
};
