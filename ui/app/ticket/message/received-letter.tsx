import type { ReceivedLetter } from '../../../../schemas/letter.ts';
import { Icon } from '../../../parts/icon.tsx';
import { dayText } from '../../../parts/time.ts';
import { language } from '../../../state/preferences.ts';
import { texts } from '../../../texts/texts.ts';

/** What the register says of a paper letter. */
export const ReceivedLetterLine = ({ letter }: { letter: ReceivedLetter }) => {
  const { paper } = texts.value.said;
  const day = (date: string) => dayText(date, language.value);
  return (
    <p class="hint">
      <b>{paper.number(letter.registerNumber)}</b>
      {' · '}
      {[
        paper.arrived(day(letter.arrivedOn)),
        letter.postmarkedOn && paper.postmarked(day(letter.postmarkedOn)),
        paper.enteredBy(letter.enteredBy),
      ]
        .filter(Boolean)
        .join(' · ')}{' '}
      {letter.isConfidential && (
        <span class="tag warn">
          <Icon name="lock" /> {paper.confidential}
        </span>
      )}
    </p>
  );
};
