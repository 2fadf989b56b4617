import * as z from 'zod';

/** Ids are strings in the documents; some test deliveries and old fields have numbers. */
export const Id = z.union([z.string().min(1).max(900), z.number()]).transform(String);

/** Of a person; what is longer fits no customer's card. */
export const PersonId = Id.refine((id) => id.length <= 320);

/** Read one by one: an odd member must not hide the text beside it. */
export const optional = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined);

/** Whatever is no list counts as an empty one; its members are read one by one. */
export const Members = z.array(z.unknown()).catch([]);

/** Some deliveries have `"true"`. */
export const Flag = optional(z.union([z.boolean(), z.literal('true').transform(() => true)]));

/** Seconds or milliseconds, number or digits. */
export const Moment = optional(
  z.union([
    z.number(),
    z
      .string()
      .regex(/^\d{1,16}$/)
      .transform(Number),
  ]),
);
