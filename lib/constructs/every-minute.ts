import { Duration } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction as LambdaTarget, SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { Queue } from 'aws-cdk-lib/aws-sqs';

/**
 * Calls a function each minute, and puts the same event on a queue: no rule is faster than a minute, but a queue that
 * holds the event back fills the gap and nobody pays for a function that waits. A missed minute is not repeated: the
 * next one does its work too.
 */
export function everyMinute(target: LambdaFunction, { later }: { later: Queue }): void {
  const once = { retryAttempts: 0, maxEventAge: Duration.minutes(1) };
  target.configureAsyncInvoke(once);
  new Rule(target, 'EveryMinute', {
    schedule: Schedule.rate(Duration.minutes(1)),
    targets: [new LambdaTarget(target, once), new SqsQueue(later, once)],
  });
}
