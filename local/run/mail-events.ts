import { randomUUID } from 'node:crypto';
import type { AwsServices, MailEvent } from '../aws/contract.ts';
import type { DeskModel } from '../template/model.ts';
import { detailTypeOf } from '../template/read-mail.ts';
import type { LambdaFunction } from './lambda/lambda-function.ts';

/** Sends SES's events where the configuration set's destinations and EventBridge's rules say. */
export async function routeMailEvent(
  event: MailEvent,
  to: {
    model: Pick<DeskModel, 'mailEvents' | 'account' | 'region'>;
    aws: Pick<AwsServices, 'queues' | 'publish'>;
    functionNamed: (name: string) => LambdaFunction;
  },
): Promise<void> {
  const { model, aws, functionNamed } = to;
  const type = event.eventType.toLowerCase();
  const rules = model.mailEvents.filter(
    ({ configurationSet, eventTypes }) =>
      eventTypes.includes(type) && configurationSet === event.configurationSet,
  );
  for (const { target, envelope } of rules) {
    const message = envelope === 'sns' ? event.record : inEnvelope(event, model);
    if ('queueName' in target) await aws.queues.send(target.queueName, JSON.stringify(message));
    else if ('topicName' in target) await aws.publish(target.topicName, JSON.stringify(message));
    else await functionNamed(target.functionName).invoke(message);
  }
}

function inEnvelope(event: MailEvent, { account, region }: Pick<DeskModel, 'account' | 'region'>) {
  return {
    version: '0',
    id: randomUUID(),
    'detail-type': detailTypeOf(event.eventType),
    source: 'aws.ses',
    account,
    time: `${new Date().toISOString().slice(0, 19)}Z`,
    region,
    resources: [],
    detail: event.record,
  };
}
