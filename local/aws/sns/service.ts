import { AwsError, notEmulated } from '../gateway/aws-error.ts';
import type { Service } from '../gateway/call.ts';
import { xmlAnswer } from '../s3/xml.ts';
import type { Topics } from './topics.ts';

/** SNS's query protocol: form fields in, XML out. */
export function snsService(topics: Topics): Service {
  return {
    async answer(call) {
      const form = new URLSearchParams(call.body.toString('utf8'));
      if (form.get('Action') !== 'Publish') throw notEmulated('SNS', String(form.get('Action')));
      if ([...form.keys()].some((name) => name.startsWith('MessageAttributes.'))) {
        throw notEmulated('SNS', 'message attributes');
      }
      const arn = form.get('TopicArn') ?? '';
      call.caller.require('sns:Publish', arn);
      const name = arn.split(':').at(-1) ?? '';
      if (!topics.has(name)) {
        throw new AwsError('NotFound', 'Topic does not exist', { status: 404 });
      }
      const message = form.get('Message') ?? '';
      if (message === '')
        throw new AwsError('InvalidParameter', 'Invalid parameter: Empty message');
      const MessageId = await topics.publish(name, message, form.get('Subject') ?? undefined);
      return xmlAnswer('PublishResponse', { PublishResult: { MessageId } });
    },
    refuse(error) {
      const Code = error.code === 'AccessDeniedException' ? 'AuthorizationError' : error.code;
      const Type = error.status >= 500 ? 'Receiver' : 'Sender';
      return xmlAnswer(
        'ErrorResponse',
        { Error: { Type, Code, Message: error.message } },
        error.status,
      );
    },
  };
}
