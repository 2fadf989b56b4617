import type { SendResult } from '../../channels/outgoing.ts';
import type { Alert, Digest } from './alert.ts';
import { lineOf, listOf } from './alert-list.ts';
import type { DeliverDeps } from './deliver-deps.ts';
import { sendPlain } from './send-plain.ts';

/** One message takes 4,096 characters; what goes around the list needs some. */
const mostCharacters = 3700;

export const sendToTelegram = async (
  deps: DeliverDeps,
  { line, url }: Alert,
): Promise<SendResult> => {
  const { language } = await deps.desk();
  return send(deps, { id: line.eventId, text: `${lineOf(line, language)}\n${url}` });
};

export const sendDigestToTelegram = async (
  deps: DeliverDeps,
  digest: Digest,
): Promise<SendResult> => {
  const { language } = await deps.desk();
  const { text } = listOf(digest, {
    language,
    characters: mostCharacters,
    written: (line) => line,
  });
  return send(deps, { id: digest.id, text });
};

/** Through the bot of one of the desk's connections, to the chat the policy names. */
async function send(
  deps: DeliverDeps,
  { id, text }: { readonly id: string; readonly text: string },
): Promise<SendResult> {
  const { telegram } = await deps.alerts.policy();
  const { connections } = await deps.desk();
  const connection = connections.find(
    (one) => one.id === telegram?.connectionId && one.channel === 'telegram',
  );
  if (!telegram || !connection)
    return { kind: 'failed', error: 'telegram: no bot and chat are set', permanent: false };
  const secret = await deps.secretOf(connection.id);
  return sendPlain(deps, connection, {
    id,
    text,
    address: telegram.chatId,
    at: deps.now(),
    secret,
  });
}
