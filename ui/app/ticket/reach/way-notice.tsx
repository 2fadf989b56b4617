import type { Reach } from '../../../../schemas/api/views.ts';
import { Icon } from '../../../parts/icon.tsx';
import { spanText } from '../../../parts/time.ts';
import { now } from '../../../state/desk.ts';
import { language } from '../../../state/preferences.ts';
import { isOver, openWayOf, takesText } from '../../../state/ways.ts';
import { texts } from '../../../texts/texts.ts';

type Props = {
  ways: readonly Reach[];
  way: Reach;
  isTemplate: boolean;
  onChoose: (way: Reach) => void;
  onTemplate: () => void;
};

const icons = {
  open: 'clock',
  'person-only': 'clock',
  'window-closed': 'lock',
  blocked: 'stop',
  'no-reply': 'stop',
} as const;

/** When less than this is left, an open way says when it closes, milliseconds. */
const closingSoon = 6 * 3_600_000;

const sentencesOf = ({ ways, way, isTemplate }: Props): readonly string[] => {
  const { reach: words, channel } = texts.value;
  const left = way.closesAt ? Date.parse(way.closesAt) - now.value : Infinity;
  const span = () => spanText(left, language.value);
  if (isOver(way, now.value)) return [words.justClosed];
  if (way.state === 'open') return left < closingSoon ? [words.closes(span())] : [];
  if (way.state === 'person-only')
    return [
      way.closesAt ? words.personUntil(span()) : words.why['person-only'](channel[way.channel]),
    ];
  if (isTemplate) return [];
  const other = openWayOf(ways, way, now.value);
  const advice =
    way.takesTemplates && way.state === 'window-closed'
      ? words.chooseTemplate
      : other
        ? words.chooseOther
        : `${words.waitForThem(channel[way.channel])} ${words.noOther}`;
  return [words.why[way.state](channel[way.channel]), advice];
};

/** Whether the way is open and for how long; when it is not, what can be done instead. */
export const WayNotice = (props: Props) => {
  const { ways, way, isTemplate, onChoose, onTemplate } = props;
  const { reach: words, channel } = texts.value;
  const sentences = sentencesOf(props);
  const isClosed = !takesText(way, now.value);
  const other = isClosed && !isTemplate ? openWayOf(ways, way, now.value) : undefined;
  const mayTemplate = way.takesTemplates && way.state !== 'blocked' && !isTemplate;
  if (sentences.length === 0 && !other && !mayTemplate) return null;
  return (
    <p class={isClosed && !isTemplate ? 'way-notice closed' : 'way-notice'} role="status">
      {sentences.length > 0 && (
        <span>
          <Icon name={icons[way.state]} /> {sentences.join(' ')}
        </span>
      )}
      {mayTemplate && (
        <button type="button" class="link" onClick={onTemplate}>
          {words.sendTemplate}
        </button>
      )}
      {other && (
        <button type="button" class="link" onClick={() => onChoose(other)}>
          {words.answerBy(channel[other.channel], other.address)}
        </button>
      )}
    </p>
  );
};
