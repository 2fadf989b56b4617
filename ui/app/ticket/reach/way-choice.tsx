import type { Reach } from '../../../../schemas/api/views.ts';
import { desk } from '../../../state/desk.ts';
import { isSameWay } from '../../../state/ways.ts';
import { texts } from '../../../texts/texts.ts';

type Props = {
  /** The ticket's own way first. */
  ways: readonly Reach[];
  chosen: Reach;
  onChoose: (way: Reach) => void;
};

/** Two connections of one channel are told apart by their names. */
const nameOf = (way: Reach, ways: readonly Reach[]): string => {
  const channel = texts.value.channel[way.channel];
  const isAlone = new Set(
    ways.filter((other) => other.channel === way.channel).map((other) => other.connectionId),
  ).size;
  const connection = desk.value?.connections.find(({ id }) => id === way.connectionId)?.name;
  return isAlone > 1 && connection ? `${channel} (${connection})` : channel;
};

const labelOf = (way: Reach, ways: readonly Reach[]): string => {
  const state = way.state === 'open' ? '' : ` · ${texts.value.reach.state[way.state]}`;
  return `${nameOf(way, ways)} · ${way.address}${state}`;
};

/** Where the answer goes, before anybody writes; a list when there is more than one way. */
export const WayChoice = ({ ways, chosen, onChoose }: Props) => {
  const words = texts.value.reach;
  if (ways.length < 2)
    return (
      <p class="way hint">
        {words.to}: {labelOf(chosen, ways)}
      </p>
    );
  return (
    <label class="way hint">
      <span>{words.to}</span>
      <select
        value={ways.findIndex((way) => isSameWay(way, chosen))}
        onChange={(event) => {
          const way = ways[Number(event.currentTarget.value)];
          if (way) onChoose(way);
        }}
      >
        {ways.map((way, index) => (
          <option key={`${way.connectionId} ${way.address}`} value={index}>
            {labelOf(way, ways)}
          </option>
        ))}
      </select>
    </label>
  );
};
