import { RemovalPolicy } from 'aws-cdk-lib';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';

type LogSettings = { destinationArn: string; format: string };

/** No addresses of people: the request id leads to the function's own lines. */
const fields = {
  requestId: '$context.requestId',
  at: '$context.requestTime',
  route: '$context.routeKey',
  status: '$context.status',
  milliseconds: '$context.responseLatency',
  bytes: '$context.responseLength',
  refused: '$context.authorizer.error',
  error: '$context.error.message',
  integrationError: '$context.integrationErrorMessage',
};

/** One line per request of the HTTP API, kept a month. */
export class AccessLog extends Construct {
  readonly settings: LogSettings;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    const group = new LogGroup(this, 'Group', {
      retention: RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.settings = { destinationArn: group.logGroupArn, format: JSON.stringify(fields) };
  }
}
