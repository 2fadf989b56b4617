import type { SendPorts } from '../../channels/outgoing.ts';
import type { DeliverDeps } from './deliver-deps.ts';

/** What a sender may use for one connection; `secret` is its credentials as stored. */
export const portsFor = (deps: DeliverDeps, secret: unknown): SendPorts => ({
  file: (key) => fileOf(deps, key),
  mail: deps.mail,
  fetch: deps.fetch,
  secret,
  bases: deps.bases,
  link: deps.link,
  hookUrl: deps.hookUrl,
  now: () => Date.parse(deps.now()),
});

/** @throws when the file is gone from the bucket */
export async function fileOf(
  { files }: Pick<DeliverDeps, 'files'>,
  key: string,
): Promise<Uint8Array> {
  const bytes = await files.get(key);
  if (!bytes) throw new Error(`attachment ${key} is missing`);
  return bytes;
}
