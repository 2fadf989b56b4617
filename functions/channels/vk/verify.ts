import * as z from 'zod';
import { accepted, refused } from '../answers.ts';
import type { HookAnswer, Verification, Verify } from '../channel.ts';
import { isOneOf } from '../equal-secrets.ts';
import { jsonOf } from '../hook-delivery.ts';
import { VkCredentials } from './credentials.ts';

const Envelope = z.object({
  type: z.string(),
  group_id: z.union([z.int(), z.string()]).transform(String),
  secret: z.string().optional(),
});

/** Exactly this, or VK repeats the event and in the end stops. */
const ok: HookAnswer = { status: 200, body: 'ok', contentType: 'text/plain' };

/**
 * VK signs nothing; each event carries the secret key of our callback server and the number of the community. The
 * handshake comes without a key as long as none is entered there: its answer is no secret.
 */
export const verifyVk: Verify = (request, { connection, secret }): Verification => {
  if (request.method !== 'POST') return refused(405, 'vk.method');
  const { secrets, confirmation } = VkCredentials.parse(secret);
  const event = envelopeOf(request.body);
  if (!event) return { verdict: 'refused', answer: { status: 400 }, code: 'vk.no-event' };
  const isHandshake = event.type === 'confirmation';
  if (event.secret === undefined && !isHandshake) return refused(401, 'vk.no-secret');
  const isKnown = isOneOf(event.secret ?? '', secrets);
  if (!isKnown && event.secret !== undefined) return refused(403, 'vk.wrong-secret');
  if (connection.channel !== 'vk' || event.group_id !== connection.groupId)
    return refused(403, 'vk.wrong-group');
  if (!isHandshake) return event.type === 'message_typing_state' ? heard : accepted(ok);
  if (confirmation === '') return refused(404, 'vk.no-confirmation');
  return { verdict: 'answered', answer: { ...ok, body: confirmation } };
};

/** Somebody types: worth nothing a moment later. */
const heard: Verification = { verdict: 'answered', answer: ok };

function envelopeOf(body: Uint8Array): z.infer<typeof Envelope> | undefined {
  try {
    return Envelope.safeParse(jsonOf(body)).data;
  } catch {
    return undefined;
  }
}
