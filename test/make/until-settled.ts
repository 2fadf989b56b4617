import type { RunningDesk } from '../../local/run/running-desk.ts';
import { aStranger, sendLetter, untilPosted } from './letters.ts';
import { until } from './until.ts';

type Working = Pick<RunningDesk, 'aws' | 'model' | 'smtpPort'>;

/** Half of every minute it holds the event that comes thirty seconds later: time, not work. */
const isBeat = (queueName: string) => queueName.endsWith('-half-minute');

/** Nothing waits in the queues that count and nothing is being worked on; dead letters never count. */
export const isIdle = (
  { aws, model }: Pick<Working, 'aws' | 'model'>,
  counts: (queueName: string) => boolean = () => true,
): boolean => {
  const dead = new Set(model.queues.map(({ deadLetters }) => deadLetters?.queueName));
  return model.queues
    .filter(({ name }) => !dead.has(name) && !isBeat(name) && counts(name))
    .every(({ name }) => {
      const { visible, inFlight, delayed } = aws.queues.depth(name);
      return visible + inFlight + delayed === 0;
    });
};

/**
 * Everything that was sent before has been taken or dropped, and what it caused has left. A last letter goes the whole
 * way: the stream keeps its order, so what was written before it was passed on before its acknowledgement.
 */
export async function untilSettled(desk: Working, seconds = 30): Promise<void> {
  const from = aStranger('last');
  await sendLetter(desk, { from });
  await untilPosted(desk, from, () => true, seconds);
  await until('idle queues', () => isIdle(desk), seconds);
}
