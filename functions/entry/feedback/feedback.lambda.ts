import { lambda } from '../../observe/lambda.ts';
import { consumeBatch } from '../../queue/batch.ts';
import { feedbackDeps } from './deps.ts';
import { readFeedbackEnv } from './env.ts';
import { handleMailEvent } from './handle-mail-event.ts';
import { parseMailEvent } from './mail-event.ts';

export const handler = lambda('feedback', () =>
  consumeBatch({
    parse: parseMailEvent,
    handle: handleMailEvent(feedbackDeps(readFeedbackEnv())),
    // Delivered and bounced of one mail would only lose each other's conditional writes.
    keyOf: (event) => event.mail.messageId,
  }),
);
