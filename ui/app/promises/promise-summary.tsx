import type { ServicePromise } from '../../../schemas/promise.ts';
import { texts } from '../../texts/texts.ts';
import {
  lineOptions,
  nameIn,
  type Options,
  tierOptions,
  topicOptions,
} from '../settings/options.ts';
import { clockKinds, spanOf } from './promises.ts';
import { words } from './words.ts';

/** For whom a promise is, and its clocks. */
export const PromiseSummary = ({
  promise: { conditions, normal },
}: {
  promise: ServicePromise;
}) => {
  const { value } = words;
  const named = (ids: readonly string[] = [], options: Options = []) =>
    ids.map((id) => nameIn(options, id));
  const whom = [
    ...named(conditions.topics, topicOptions()),
    ...named(conditions.tiers, tierOptions()),
    ...(conditions.channels ?? []).map((channel) => texts.value.channel[channel]),
    ...named(conditions.languages),
    ...named(conditions.lines, lineOptions()),
  ];
  const clocks = clockKinds.flatMap((kind) => {
    const clock = normal[kind];
    if (!clock) return [];
    const { hours, minutes } = spanOf(clock.targetSeconds.normal);
    const span = [hours && `${hours} ${value.h}`, minutes && `${minutes} ${value.min}`];
    return [`${value.clocks[kind]}: ${span.filter(Boolean).join(' ')}`];
  });
  return (
    <>
      <p class="hint">{whom.join(', ') || value.everybody}</p>
      <p class="promise-clocks">{clocks.join(' · ')}</p>
    </>
  );
};
