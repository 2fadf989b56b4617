import type { Reach } from '../../../../schemas/api/views.ts';
import { smsSegments } from '../../../../schemas/sms-segments.ts';
import { texts } from '../../../texts/texts.ts';

/** From this share of one message's length on, the count is shown. */
const near = 0.8;

type Props = { text: string; way: Reach };

/** How much of one message the text fills, and in how many parts it goes out. */
export const LengthLine = ({ text, way }: Props) => {
  const sentence = way.channel === 'sms' ? smsSentence(text) : partsSentence({ text, way });
  if (!sentence) return null;
  return (
    <p class="hint length" role="status">
      {sentence}
    </p>
  );
};

const partsSentence = ({ text, way: { textMax } }: Props): string => {
  const words = texts.value.reach;
  if (!textMax || text.length < textMax * near) return '';
  const parts = Math.ceil(text.length / textMax);
  return parts > 1 ? words.parts(parts) : words.count(text.length, textMax);
};

/** Every part of an SMS is paid for; the character that makes them shorter is named, so that it can be taken out. */
const smsSentence = (text: string): string => {
  const words = texts.value.reach;
  if (text === '') return '';
  const { segments, left, encoding } = smsSegments(text);
  const said = words.sms(segments, left);
  if (encoding === 'gsm-7') return said;
  const culprit = [...text].find((character) => smsSegments(character).encoding === 'ucs-2');
  return culprit ? `${said}; ${words.dearer(culprit)}` : said;
};
