import { currentInvocation } from './context.ts';
import { writeLine } from './write-line.ts';

export type MetricUnit = 'Count' | 'Milliseconds' | 'Seconds' | 'Bytes';

export const metricNamespace = 'Firstline';

type Metric = {
  readonly name: string;
  readonly value: number;
  readonly unit?: MetricUnit;
  /** Few values each (topic, channel): every combination is billed as a metric of its own. */
  readonly dimensions?: Readonly<Record<string, string>>;
};

/**
 * One line in CloudWatch's embedded metric format: the metric costs no request.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
 */
export const metricLine = (
  { name, value, unit = 'Count', dimensions = {} }: Metric,
  now: number,
): string => {
  const invocation = currentInvocation();
  return JSON.stringify({
    _aws: {
      Timestamp: now,
      CloudWatchMetrics: [
        {
          Namespace: metricNamespace,
          Dimensions: [Object.keys(dimensions)],
          Metrics: [{ Name: name, Unit: unit }],
        },
      ],
    },
    ...dimensions,
    [name]: value,
    ...(invocation && { requestId: invocation.requestId }),
  });
};

export const metric = (metric: Metric): void => writeLine(metricLine(metric, Date.now()));
