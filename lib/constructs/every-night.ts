import { Duration } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction as LambdaTarget } from 'aws-cdk-lib/aws-events-targets';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';

/** Long enough after midnight (UTC) for the stream's readers to have seen the day, and before anybody plans. */
const at = { hour: '0', minute: '30' } as const;
const worthTrying = Duration.hours(6);

/** Calls a function each night, and again twice if it fails. */
export function everyNight(target: LambdaFunction): void {
  target.configureAsyncInvoke({ retryAttempts: 2, maxEventAge: worthTrying });
  new Rule(target, 'EveryNight', {
    schedule: Schedule.cron(at),
    targets: [new LambdaTarget(target, { maxEventAge: worthTrying })],
  });
}
