import type { Localized } from '../../../schemas/desk.ts';

type Data = Readonly<Record<string, string>>;

/** Why a list cannot be saved: where (`2.calendarId`) and what to do; `code` and `data` say it in other languages. */
export type ListFault = {
  readonly path: string;
  readonly message: string;
  readonly code?: string;
  readonly data?: Data;
};

/** What can be wrong, in English; `ui/texts/settings/fault-texts.ts` has the other languages. */
const sentences = {
  twice: ({ id }) => `"${id}" is there twice`,
  'in-use': ({ id, kind, by }) => `"${id}" cannot be taken away: the ${kind} "${by}" still uses it`,
  'no-lines': () => 'a desk has one line at least',
  'no-topic': ({ id }) => `there is no topic "${id}"`,
  'not-deployed': ({ id }) => `"${id}" is not deployed (desk.config.ts)`,
  'no-line': ({ id }) => `there is no line "${id}"`,
  'no-calendar': ({ id }) => `there is no calendar "${id}"`,
  'no-person': ({ id }) => `nobody has the id "${id}"`,
  'to-itself': () => 'a line cannot hand over to itself',
  'in-a-circle': ({ lines }) => `hard cases would go round: ${lines}`,
  'no-name': () => 'give this a name',
  'no-choices': () => 'say what can be chosen',
  standard: () => '"standard" is everyone without a tier',
  'no-bot': ({ id }) => `no bot has the id "${id}"`,
  'no-chat': () => 'say which chat Telegram alerts go to',
} as const satisfies Record<string, (data: Data) => string>;

export const faultAt = (
  path: string,
  code: keyof typeof sentences,
  data: Data = {},
): ListFault => ({
  path,
  message: sentences[code](data),
  code,
  data,
});

/** Of what names one of many: nothing if it is there. */
export const missing = (
  known: readonly { readonly id: string }[],
  [path, code, id]: readonly [path: string, code: keyof typeof sentences, id: string | undefined],
): readonly ListFault[] =>
  id === undefined || known.some((one) => one.id === id) ? [] : [faultAt(path, code, { id })];

export const twice = (items: readonly { readonly id: string }[]): readonly ListFault[] =>
  items.flatMap(({ id }, index) =>
    items.findIndex((item) => item.id === id) < index
      ? [faultAt(`${index}.id`, 'twice', { id })]
      : [],
  );

/** A text in English is what all other languages fall back to. */
export const unnamed = (path: string, { en }: Localized): readonly ListFault[] =>
  en.trim() === '' ? [faultAt(`${path}.en`, 'no-name')] : [];

/** What still uses an item: `the line "front"`. */
export type User = { readonly kind: string; readonly by: string };

/** Of what was taken away although something uses it. */
export const without = (
  before: readonly { readonly id: string }[],
  after: readonly { readonly id: string }[],
  usersOf: (id: string) => readonly User[],
): readonly ListFault[] =>
  before
    .filter(({ id }) => !after.some((item) => item.id === id))
    .flatMap(({ id }) => {
      const [user] = usersOf(id);
      return user ? [faultAt('', 'in-use', { id, ...user })] : [];
    });
