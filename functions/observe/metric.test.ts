import { expect, test } from 'vitest';
import { metricLine } from './metric.ts';

test('a metric line names its unit, dimensions and time', () => {
  const line = metricLine(
    { name: 'QueueDelay', value: 12, unit: 'Milliseconds', dimensions: { topic: 'bug' } },
    1000,
  );

  expect(JSON.parse(line)).toEqual({
    _aws: {
      Timestamp: 1000,
      CloudWatchMetrics: [
        {
          Namespace: 'Firstline',
          Dimensions: [['topic']],
          Metrics: [{ Name: 'QueueDelay', Unit: 'Milliseconds' }],
        },
      ],
    },
    topic: 'bug',
    QueueDelay: 12,
  });
});
