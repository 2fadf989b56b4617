import { describe, expect, it } from 'vitest';
import { handleClock } from './handle-clock.ts';

/** The clock's handler over sweeps that only say that they ran. */
const aHandler = (halfMinute: () => Promise<void> = async () => {}) => {
  const ran: string[] = [];
  const handle = handleClock({
    minute: async () => void ran.push('minute'),
    halfMinute: async () => {
      ran.push('half minute');
      await halfMinute();
    },
  });
  return { ran, handle };
};
const record = {
  messageId: 'm-1',
  receiptHandle: 'r-1',
  body: '{"detail-type":"Scheduled Event"}',
  attributes: {
    ApproximateReceiveCount: '1',
    SentTimestamp: '0',
    SenderId: 'events',
    ApproximateFirstReceiveTimestamp: '0',
  },
  messageAttributes: {},
  md5OfBody: '',
  eventSource: 'aws:sqs',
  eventSourceARN: 'arn:aws:sqs:eu-central-1:000000000000:firstline-prod-half-minute',
  awsRegion: 'eu-central-1',
};

describe('what calls the clock', () => {
  it('is the minute, when the rule calls or a person does', async () => {
    const { ran, handle } = aHandler();

    await handle({});

    expect(ran).toEqual(['minute']);
  });

  it('is the half minute, when its queue brings a message', async () => {
    const { ran, handle } = aHandler();

    const answer = await handle({ Records: [record] });

    expect(ran).toEqual(['half minute']);
    expect(answer).toEqual({ batchItemFailures: [] });
  });
});

describe('a half minute that fails', () => {
  it('is left to the next minute, not given back to its queue', async () => {
    const { handle } = aHandler(() => Promise.reject(new Error('the table is away')));

    expect(await handle({ Records: [record] })).toEqual({ batchItemFailures: [] });
  });
});
