/** A posted form in its order: Twilio repeats names and sends empty values, and signs both. */
export type TwilioForm = readonly (readonly [name: string, value: string])[];

/** UTF-8, `+` is a space, nothing is trimmed. */
export const formOf = (body: Uint8Array): TwilioForm => [
  ...new URLSearchParams(
    Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('utf8'),
  ),
];

/** The first value under a name, '' when there is none. */
export const fieldOf = (form: TwilioForm, name: string): string =>
  form.find(([candidate]) => candidate === name)?.[1] ?? '';
