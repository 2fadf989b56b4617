import { join } from 'node:path';
import type { ApiNames } from '../../functions/entry/api/env.ts';
import type { DispatchEnv } from '../../functions/entry/dispatch/env.ts';
import type { DeskSettings } from '../../schemas/settings.ts';
import type { DeskQueues } from '../constructs/desk-queues.ts';
import type { HttpDoor } from '../constructs/http-door.ts';
import type { MailOut } from '../constructs/mail-out.ts';
import type { PushDoor } from '../constructs/push-door.ts';
import type { SignIn } from '../constructs/sign-in.ts';
import type { DataStack } from '../data-stack.ts';

/** What functions are wired to. */
export type Parts = {
  settings: DeskSettings;
  /** `firstline-<stage>`: physical names begin with it. */
  prefix: string;
  /** Folder with one bundled function per folder. */
  codeFolder: string;
  data: DataStack;
  queues: DeskQueues;
  mailOut: MailOut;
  http: HttpDoor;
  push: PushDoor;
  signIn: SignIn;
  appUrl: string;
};

/** What every function is given under its name. */
export const commonProps = (parts: Parts, name: string) => ({
  name: `${parts.prefix}-${name}`,
  codeFolder: join(parts.codeFolder, name),
});

/** `DESK_SETTINGS`: the part of the settings that functions read. */
export function deskVariable({ settings }: Parts): string {
  const { name, domain, language, timeZone, connections, reopenDays } = settings;
  const variable: DispatchEnv['DESK_SETTINGS'] = {
    name,
    domain,
    language,
    timeZone,
    connections,
    reopenDays,
  };
  return JSON.stringify(variable);
}

/** `DESK_SETTINGS` of the API: connections by name only, else forty topics would leave no room. */
export function namesVariable({ settings }: Parts): string {
  const { name, domain, language, timeZone, connections } = settings;
  const variable: ApiNames = {
    name,
    domain,
    language,
    timeZone,
    connections: connections.map((connection) => namedConnection(connection, settings)),
  };
  return JSON.stringify(variable);
}

type Named = ApiNames['connections'][number];

/** What the API knows of a connection; it has no credentials and needs no addresses. */
function namedConnection(
  connection: DeskSettings['connections'][number],
  { topics }: DeskSettings,
): Named {
  const { id, channel } = connection;
  // The last topic takes what nothing claims anyway; forty topics leave no room to say so.
  const isTold =
    'topic' in connection && (channel === 'mail' || connection.topic !== topics.at(-1));
  const name = 'name' in connection ? connection.name : id;
  const told: Named[3] = {
    ...(isTold && { topic: connection.topic }),
    ...('replyFrom' in connection && { by: connection.replyFrom }),
    ...(channel === 'phone' &&
      (connection.replyBy ? { by: connection.replyBy } : { isMute: true })),
    ...(channel === 'phone' && connection.provider === 'amazon-connect' && { isDeaf: true }),
    ...(channel === 'webhook' && !connection.replyUrl && { isMute: true }),
  };
  return [id, channel, name, told];
}

/**
 * Environments kept for one function so that a flood elsewhere cannot take them all. None in a small
 * account: Lambda refuses to reserve what the others then lack.
 */
export const reserved = ({ settings }: Parts, count: number): number | undefined =>
  settings.lambdaConcurrency >= 400 ? count : undefined;
