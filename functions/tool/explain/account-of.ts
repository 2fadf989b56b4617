import * as z from 'zod';
import type { Connection } from '../../../schemas/connection.ts';

const Text = z.union([z.string(), z.number().transform(String)]);
const Entries = z.looseObject({ entry: z.array(z.looseObject({ id: Text.optional() })) });
const WhatsApp = z.looseObject({
  entry: z.array(
    z.looseObject({
      changes: z
        .array(
          z.looseObject({
            value: z
              .looseObject({ metadata: z.looseObject({ phone_number_id: Text }).optional() })
              .optional(),
          }),
        )
        .default([]),
    }),
  ),
});
const Group = z.looseObject({ group_id: Text });

/**
 * The connection as whoever a body is addressed to: a page's or group's messages are only understood by its own
 * connection, and a file to explain may come from anywhere. One for each account in the body, the connection itself
 * when the body names none.
 */
export function asAddressed(connection: Connection, body: Uint8Array): readonly Connection[] {
  const value = jsonIn(body);
  const ids = [...new Set(accountsIn(connection, value))];
  return ids.length === 0 ? [connection] : ids.map((id) => withAccount(connection, id));
}

function accountsIn({ channel }: Connection, value: unknown): readonly string[] {
  switch (channel) {
    case 'whatsapp':
      return (WhatsApp.safeParse(value).data?.entry ?? []).flatMap(({ changes }) =>
        changes.flatMap((change) => change.value?.metadata?.phone_number_id ?? []),
      );
    case 'messenger':
    case 'instagram':
      return (Entries.safeParse(value).data?.entry ?? []).flatMap(({ id }) => id ?? []);
    case 'vk':
      return [Group.safeParse(value).data?.group_id ?? []].flat();
    default:
      return [];
  }
}

function withAccount(connection: Connection, id: string): Connection {
  switch (connection.channel) {
    case 'whatsapp':
      return { ...connection, phoneNumberId: id };
    case 'messenger':
      return { ...connection, pageId: id };
    case 'instagram':
      return { ...connection, accountId: id };
    case 'vk':
      return { ...connection, groupId: id };
    default:
      return connection;
  }
}

function jsonIn(body: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString('utf8'));
  } catch {
    return undefined;
  }
}
