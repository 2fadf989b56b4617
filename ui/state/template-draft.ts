import type { MessageTemplate } from '../../schemas/timeline.ts';

/** A template being filled in. `body` is what the agent knows of its text, `{{1}}` for the first value. */
export type TemplateDraft = MessageTemplate & { body: string };

export const emptyTemplate: TemplateDraft = { name: '', language: '', parameters: [], body: '' };

/** What the customer will see, as far as we know: the body with its values in place. */
export const filledText = ({ name, parameters, body }: TemplateDraft): string => {
  const filled = body.replace(/\{\{(\d+)\}\}/g, (hole, number: string) => {
    return parameters[Number(number) - 1] || hole;
  });
  return filled.trim() || [`[${name}]`, ...parameters].join('\n');
};

/** How many values a body asks for. */
export const holesIn = (body: string): number =>
  Math.min(
    20,
    Math.max(0, ...[...body.matchAll(/\{\{(\d+)\}\}/g)].map(([, number]) => Number(number))),
  );

/** The patterns of `MessageTemplate` in `schemas/timeline.ts`, which would bring all of zod along. */
export const namePattern = '[a-z0-9_]{1,512}';
export const languagePattern = '[a-z]{2,3}(_[A-Z]{2})?';

export const isFilled = ({ name, language, parameters }: TemplateDraft): boolean =>
  new RegExp(`^${namePattern}$`).test(name) &&
  new RegExp(`^${languagePattern}$`).test(language) &&
  parameters.every((value) => value.trim() !== '');

const key = 'firstline.templates';
const most = 10;

/** Templates sent from this device before, newest first, without the values that were in them. */
export const recentTemplates = (): readonly TemplateDraft[] => {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '[]') as TemplateDraft[];
  } catch {
    return [];
  }
};

export const rememberTemplate = ({ name, language, parameters, body }: TemplateDraft): void => {
  const others = recentTemplates().filter(
    (other) => other.name !== name || other.language !== language,
  );
  const blank = { name, language, parameters: parameters.map(() => ''), body };
  try {
    localStorage.setItem(key, JSON.stringify([blank, ...others].slice(0, most)));
  } catch {
    // A full or forbidden storage only means typing it again.
  }
};
