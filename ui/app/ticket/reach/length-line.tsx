import type { Reach } from '../../../../schemas/api/views.ts';
import { texts } from '../../../texts/texts.ts';

/** From this share of one message's length on, the count is shown. */
const near = 0.8;

/** How much of one message the text fills, and in how many parts it goes out. */
export const LengthLine = ({ text, way }: { text: string; way: Reach }) => {
  const words = texts.value.reach;
  const { textMax } = way;
  if (!textMax || text.length < textMax * near) return null;
  const parts = Math.ceil(text.length / textMax);
  return (
    <p class="hint length" role="status">
      {parts > 1 ? words.parts(parts) : words.count(text.length, textMax)}
    </p>
  );
};
