import { Duration } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { DeskAlarm } from './desk-alarm.ts';
import type { HttpDoor } from './http-door.ts';

export type ServiceAlarmsProps = {
  tell: ITopic;
  http: HttpDoor;
  relay: LambdaFunction;
  tally: LambdaFunction;
  clock: LambdaFunction;
  digest: LambdaFunction;
};

/**
 * What no queue shows: requests that fail, a stream nobody follows, a clock that stands, mail that bounces.
 * An alarm costs $0.10 a month, so functions behind queues have none: their queue grows old instead.
 */
export function alarmOnService(scope: Construct, props: ServiceAlarmsProps): void {
  const { tell } = props;
  new DeskAlarm(scope, 'RequestsFail', {
    tell,
    metric: new Metric({
      namespace: 'AWS/ApiGateway',
      metricName: '5xx',
      dimensionsMap: { ApiId: props.http.id },
      period: Duration.minutes(5),
      statistic: 'Sum',
    }),
    above: 5,
    says: 'Agents, customers or channels got more than 5 server errors in 5 minutes.',
    runbook: 'Requests fail',
  });
  new DeskAlarm(scope, 'RelayIsBehind', {
    tell,
    metric: iteratorAge(props.relay),
    above: 60_000,
    periods: 3,
    says: 'Replies are saved but handed to delivery more than a minute late.',
    runbook: 'Relay is behind',
  });
  new DeskAlarm(scope, 'TallyIsBehind', {
    tell,
    metric: iteratorAge(props.tally),
    above: 600_000,
    periods: 3,
    says: 'Backlogs and oldest waits on the screen are more than ten minutes old.',
    runbook: 'Tally is behind',
  });
  new DeskAlarm(scope, 'ClockStands', {
    tell,
    metric: new Metric({
      namespace: 'AWS/Lambda',
      metricName: 'Errors',
      dimensionsMap: { FunctionName: props.clock.functionName },
      period: Duration.minutes(5),
      statistic: 'Sum',
    }),
    above: 3,
    alarmOn: 'silence',
    says: 'Nobody is warned of promises that fall due, and snoozed tickets sleep on.',
    runbook: 'Clock stands still',
  });
  new DeskAlarm(scope, 'DigestFails', {
    tell,
    metric: new Metric({
      namespace: 'AWS/Lambda',
      metricName: 'Errors',
      dimensionsMap: { FunctionName: props.digest.functionName },
      period: Duration.days(1),
      statistic: 'Sum',
    }),
    above: 0,
    // One bad night is made up for by the next; three are not.
    periods: 2,
    alarmOn: 'silence',
    says: 'Two nights in a row the work of the night was not done; after three the forecast misses a day for good.',
    runbook: 'Digest fails',
  });
  new DeskAlarm(scope, 'ConnectionsFail', {
    tell,
    metric: new Metric({
      namespace: 'Firstline',
      metricName: 'ConnectionsFailing',
      period: Duration.minutes(5),
      statistic: 'Maximum',
    }),
    above: 0,
    // One message refused for an odd reason is over with the next one that leaves.
    periods: 2,
    says: 'Customers of one or more channels are not heard or not answered.',
    runbook: 'Connections fail',
  });
  new DeskAlarm(scope, 'MailBounces', {
    tell,
    metric: new Metric({
      namespace: 'AWS/SES',
      metricName: 'Reputation.BounceRate',
      period: Duration.hours(1),
      statistic: 'Average',
    }),
    above: 0.05,
    says: 'More than 5 % of the account’s mail bounces; SES stops sending at 10 %.',
    runbook: 'Mail bounces',
  });
}

/** Milliseconds between a change of the table and its reader. */
const iteratorAge = (reader: LambdaFunction): Metric =>
  new Metric({
    namespace: 'AWS/Lambda',
    metricName: 'IteratorAge',
    dimensionsMap: { FunctionName: reader.functionName },
    period: Duration.minutes(1),
    statistic: 'Maximum',
  });
