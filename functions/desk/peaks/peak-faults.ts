import type { Peak } from '../../../schemas/peak.ts';
import { faultAt, type ListFault, twice } from '../settings/fault.ts';

/** Longer is no peak but how the desk is now. */
const mostDays = 366;

type Named = Pick<Peak, 'factors' | 'weights' | 'priorities' | 'answers'>;

const topicsIn = ({ factors, weights, priorities, answers }: Named) =>
  Object.entries({ factors, weights, priorities, answers }).flatMap(([field, byTopic]) =>
    Object.keys(byTopic ?? {})
      .filter((topic) => topic !== '*')
      .map((topic) => ({ field, topic })),
  );

/** Why the calendar of peaks cannot be saved. They may overlap: the one that began last rules. */
export const peakFaults = (
  items: readonly Peak[],
  {
    deployedTopics,
    peaks,
  }: {
    readonly deployedTopics: readonly string[];
    /** As saved last: a topic that is gone since does no harm where it stands already. */
    readonly peaks: readonly Peak[];
  },
): readonly ListFault[] => [
  ...twice(items),
  ...items.flatMap((peak, index) => {
    const before = peaks.find(({ id }) => id === peak.id);
    const known = [...deployedTopics, ...(before ? topicsIn(before) : []).map((one) => one.topic)];
    const days = (Date.parse(peak.to) - Date.parse(peak.from)) / 86_400_000;
    return [
      ...topicsIn(peak)
        .filter(({ topic }) => !known.includes(topic))
        .map(({ field, topic }) =>
          faultAt(`${index}.${field}.${topic}`, 'no-topic', { id: topic }),
        ),
      ...(days > mostDays
        ? [{ path: `${index}.to`, message: `a peak lasts ${mostDays} days at most` }]
        : []),
      ...(peak.endedAt !== undefined && (peak.endedAt < peak.from || peak.endedAt > peak.to)
        ? [{ path: `${index}.endedAt`, message: 'a peak ends by hand while it is on' }]
        : []),
    ];
  }),
];
