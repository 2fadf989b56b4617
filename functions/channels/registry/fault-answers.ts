import type { Connection } from '../../../schemas/connection.ts';
import type { HookChannel } from '../../../schemas/primitives.ts';
import type { HookAnswer, HookRequest } from '../channel.ts';
import { callFaultAnswer } from '../phone/twilio/voice.ts';

type FaultAnswer = (request: HookRequest, connection: Connection) => HookAnswer;

/** What is answered when nothing could be stored, where somebody on the line would hear a bare 503. */
export const faultAnswers: Partial<Readonly<Record<HookChannel, FaultAnswer>>> = {
  phone: (request, connection) =>
    connection.channel === 'phone' ? callFaultAnswer(request, connection) : { status: 503 },
};
