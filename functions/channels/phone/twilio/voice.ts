import type { ConnectionOf } from '../../../../schemas/connection.ts';
import type { HookAnswer, HookRequest } from '../../channel.ts';
import { twiml, xml } from '../../twilio/answers.ts';
import { phoneTexts } from '../texts.ts';

type Speaking = ConnectionOf<'phone'>;

/** Longest message a caller may leave, seconds. */
const recordSeconds = 120;
/** Twilio repeats nothing by itself; a recording that nobody heard of is lost. */
const repeating = '#rc=3&rp=all';

const say = (connection: Speaking, text: string): string =>
  `<Say language="${phoneTexts(connection).voice}">${xml(text)}</Say>`;

/**
 * Our words, then the tone. Twilio brings the recording without the caller's number, so its address carries it; the
 * signature is over the address, too.
 */
export function greeting(
  connection: Speaking & { readonly provider: 'twilio' },
  hookUrl: string,
  caller: { readonly from: string; readonly to: string },
): HookAnswer {
  const texts = phoneTexts(connection);
  const [base = ''] = hookUrl.split(/[?#]/);
  const about = new URLSearchParams(caller).toString();
  const callback = (step: string) => xml(`${base}?step=${step}&${about}${repeating}`);
  // Twilio transcribes English only.
  const transcribe =
    texts.voice === 'en-US'
      ? ` transcribe="true" transcribeCallback="${callback('transcription')}"`
      : '';
  return twiml(
    say(connection, connection.greeting ?? texts.greeting(connection.name)) +
      `<Record maxLength="${recordSeconds}" playBeep="true" action="${xml(`${base}?step=done`)}"` +
      ` recordingStatusCallback="${callback('recording')}"${transcribe}/>` +
      // Reached when nothing was said.
      `${say(connection, texts.thanks)}<Hangup/>`,
  );
}

export const goodbye = (connection: Speaking): HookAnswer =>
  twiml(`${say(connection, phoneTexts(connection).thanks)}<Hangup/>`);

/**
 * When we cannot store what came: a caller is not told of an "application error". Whatever else came is refused, so
 * that it comes again.
 */
export const callFaultAnswer = (
  { query }: Pick<HookRequest, 'query'>,
  connection: Speaking,
): HookAnswer =>
  connection.provider === 'twilio' && query['step'] === undefined
    ? twiml(`${say(connection, phoneTexts(connection).sorry)}<Hangup/>`)
    : { status: 503 };
