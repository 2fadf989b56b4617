import * as z from 'zod';
import { Connection } from '../../schemas/connection.ts';
import { ChannelKind, Slug } from '../../schemas/primitives.ts';
import { DeskSettings } from '../../schemas/settings.ts';
import { jsonVariable } from '../observe/environment.ts';

/** The part of `desk.config.ts` that functions read. Lambda allows 4 KB of variables in all, so no more than needed. */
export const DeskVariable = z.object({
  name: z.string(),
  domain: z.string(),
  language: DeskSettings.shape.language,
  /** Of the lines' hours until somebody edits the calendars. */
  timeZone: DeskSettings.shape.timeZone,
  connections: z.array(Connection),
  reopenDays: z.number().int(),
});
export type DeskVariable = z.infer<typeof DeskVariable>;

/** `DESK_SETTINGS`. */
export const deskVariable = jsonVariable(DeskVariable);

const Told = z.object({
  /** Topic of what nothing claims; of a mailbox also the one whose tickets are answered from it by mail. */
  topic: Slug.optional(),
  /** Mailbox or number that answers for it. */
  by: Slug.optional(),
  /** Takes in only. */
  isMute: z.literal(true).optional(),
  /** Nobody calls its hook. */
  isDeaf: z.literal(true).optional(),
});

/** A connection as far as the API must know it. In a row, not by names: forty topics leave no room for those. */
const NamedRow = z
  .tuple([Slug, ChannelKind, z.string(), Told])
  .transform(([id, channel, name, told]) => ({ id, channel, name, ...told }));
export type NamedRow = z.input<typeof NamedRow>;
export type NamedConnection = z.output<typeof NamedRow>;

/** `DESK_SETTINGS` of a function that only names connections. */
export const namesVariable = jsonVariable(
  DeskVariable.omit({ reopenDays: true }).extend({ connections: z.array(NamedRow) }),
);
export type NamesVariable = z.infer<typeof namesVariable>;

/**
 * `CONNECTION_SECRETS`: connection id → name of its secret; connections without credentials are absent. Forty names
 * written out would fill the 4 KB that Lambda allows.
 */
export const connectionSecretsVariable = jsonVariable(
  z
    .object({ prefix: z.string(), ids: z.array(Slug) })
    .transform(
      ({ prefix, ids }): Record<string, string> =>
        Object.fromEntries(ids.map((id) => [id, prefix + id])),
    ),
);
