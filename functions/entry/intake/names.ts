import type { Connection } from '../../../schemas/connection.ts';
import { HookChannel, type Provider } from '../../../schemas/primitives.ts';
import { profiles } from '../../channels/registry/profiles.ts';
import type { Inbound, Sender } from '../../desk/inbound.ts';
import { log } from '../../observe/log.ts';
import type { IntakeDeps } from './intake-deps.ts';

/** A name is a courtesy: the message does not wait longer for it. */
const timeoutMs = 3_000;
/** How long an answer is believed, also "not told", and how many are kept. */
const rememberedMs = 60 * 60_000;
const rememberedMax = 1_000;

type Asking = {
  readonly connections: readonly Connection[];
  readonly secretOf: (connectionId: string) => Promise<unknown>;
  readonly bases: Readonly<Record<Provider, string>>;
  readonly fetch: typeof fetch;
  /** Epoch milliseconds. */
  readonly now: () => number;
};

type Answer = { readonly name: Promise<string | undefined>; readonly until: number };

/** Asks a channel for a person's name, once an hour for each; undefined where it is not told. Never rejects. */
export function nameAsker({ now, ...asking }: Asking): IntakeDeps['nameOf'] {
  const answers = new Map<string, Answer>();
  return (sender) => {
    const key = `${sender.connectionId}|${sender.externalId}`;
    const known = answers.get(key);
    if (known && known.until > now()) return known.name;
    if (answers.size >= rememberedMax) answers.clear();
    const name = ask(sender, asking).catch((error: unknown) => {
      log.warn('intake.name.not-asked', { channel: sender.channel }, error);
      return undefined;
    });
    answers.set(key, { name, until: now() + rememberedMs });
    return name;
  };
}

async function ask(
  { channel, connectionId, externalId }: Sender,
  { connections, secretOf, bases, fetch }: Omit<Asking, 'now'>,
): Promise<string | undefined> {
  const connection = connections.find(({ id }) => id === connectionId);
  const profile = profileOf(channel);
  if (!profile || !connection) return undefined;
  return profile.nameOf(externalId, {
    connection,
    secret: await secretOf(connection.id),
    bases,
    fetch: (url, init) => fetch(url, { ...init, signal: AbortSignal.timeout(timeoutMs) }),
  });
}

function profileOf(channel: string) {
  const hook = HookChannel.safeParse(channel);
  return hook.success ? profiles[hook.data] : undefined;
}

/**
 * The message with its sender's name, where the channel did not send it along: the one on the card of who is known
 * already, else the one that the channel tells when it is asked.
 */
export async function withName(
  deps: Pick<IntakeDeps, 'nameOf'> & {
    readonly customers: Pick<IntakeDeps['customers'], 'findByIdentity'>;
  },
  inbound: Inbound,
): Promise<Inbound> {
  const { sender } = inbound;
  if (profileOf(sender.channel)?.nameless !== sender.name) return inbound;
  const customer = await deps.customers.findByIdentity(sender);
  const name = customer ? customer.name : await deps.nameOf(sender);
  return name === undefined ? inbound : { ...inbound, sender: { ...sender, name } };
}
