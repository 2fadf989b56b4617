import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

const person = z.object({
  sub: z.string(),
  email: z.string(),
  name: z.string(),
  /** Shown on the sign-in page; what a person may do stands in the table. */
  role: z.string().default(''),
});
export type Person = z.infer<typeof person>;

/** Written by the seed, read at every sign-in, so that people added later can sign in too. */
export const peopleFile = (dataFolder: string): string => join(dataFolder, 'people.json');

/** Who can sign in locally; nobody before the seed wrote the file. */
export function readPeople(dataFolder: string): Person[] {
  let text: string;
  try {
    text = readFileSync(peopleFile(dataFolder), 'utf8');
  } catch {
    return [];
  }
  return z.array(person).parse(JSON.parse(text));
}
