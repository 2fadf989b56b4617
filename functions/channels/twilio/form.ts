/** A posted form in its order: Twilio repeats names and sends empty values, and signs both. */
export type TwilioForm = readonly (readonly [name: string, value: string])[];

/** UTF-8, `+` is a space, nothing is trimmed. */
export const formOf = (body: Uint8Array): TwilioForm => [
  ...new URLSearchParams(
    Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('utf8'),
  ),
];

/** One of Twilio's numbers for its things, '' for what is too long to be one. */
export const sidOf = (form: TwilioForm, name: string): string => {
  const sid = fieldOf(form, name);
  return sid.length <= 128 ? sid : '';
};

/** A length of time, 0 for what is none. */
export const secondsOf = (form: TwilioForm, name: string): number => {
  const seconds = Math.round(Number(fieldOf(form, name)));
  return seconds > 0 && seconds <= longestSeconds ? seconds : 0;
};

/** Twilio ends calls after four hours, or after 24 for who asked. */
const longestSeconds = 7 * 24 * 3_600;

/** The first value under a name, '' when there is none. */
export const fieldOf = (form: TwilioForm, name: string): string =>
  form.find(([candidate]) => candidate === name)?.[1] ?? '';
