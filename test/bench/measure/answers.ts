import { aMail } from '../load/mails.ts';
import { sendMailsUntilTaken } from '../load/send-mails.ts';
import { untilQuiet } from '../load/until-quiet.ts';
import type { Measurement } from '../measurement.ts';
import { asRate, observed } from './observed.ts';

/** Customers' answers a second, each found by the References of a mail of its own ticket. */
export const answerRate: Measurement = {
  name: 'answer',
  run: async function* (stand, scale) {
    const firsts = Array.from({ length: scale(200) }, () => aMail());
    await sendMailsUntilTaken(stand, firsts, 4);
    await untilQuiet(stand);
    const answers = firsts.map(({ from, messageId }) => aMail({ from, answers: messageId }));
    const sent = await observed(stand, () => sendMailsUntilTaken(stand, answers, 4));
    yield asRate('answer.threaded.c4', { ...sent, result: sent.result.taken });
  },
};
