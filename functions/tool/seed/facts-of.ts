import type { Language } from '../../../schemas/primitives.ts';
import type { Random } from './random.ts';
import type { Person } from './story.ts';
import { browsers, companies, mailHosts, methods, names, shops, sites } from './texts/facts.ts';

const romanized = 'a b v g d e e zh z i y k l m n o p r s t u f h ts ch sh sch - y - e yu ya'
  .replaceAll('-', '')
  .split(' ');
const latin: Readonly<Record<string, string>> = Object.fromEntries(
  [...'абвгдеёжзийклмнопрстуфхцчшщъыьэюя'].map((letter, at) => [letter, romanized[at] ?? '']),
);

/** A name as people write it in an address. */
const mailboxOf = (name: string): string =>
  [...name.toLowerCase()]
    .map((letter) => latin[letter] ?? letter)
    .join('')
    .normalize('NFD')
    .replaceAll(/[^a-z ]/g, '')
    .trim()
    .replaceAll(/ +/g, '.')
    .slice(0, 40);

const calledBy = (name: string, number: string, host: string) => ({
  name,
  email: `${mailboxOf(name) || 'someone'}${number}@${host}`,
});

/** The same person under another name, whose address follows it. */
export const renamed = (person: Person, name: string): Person => ({
  ...person,
  ...calledBy(name, '', person.email.split('@').at(-1) ?? ''),
});

/** Somebody who writes; `index` keeps people of one name apart. */
export const personOf = (random: Random, language: Language, index: number): Person => {
  const isWoman = random.chance(0.55);
  const { first, last } = names[language][isWoman ? 'women' : 'men'];
  const name = `${random.pick(first)} ${random.pick(last)}`;
  const number = random.chance(0.5) ? String(random.between(1, 99)) : '';
  return {
    ...calledBy(name, number, random.pick(mailHosts[language])),
    chatId: 400_000_000 + index * 7_919 + random.between(0, 7_000),
    language,
    isWoman,
  };
};

export type Facts = Readonly<Record<string, string>>;

/** What the texts of one story speak about. */
export const factsOf = (random: Random, person: Person, opensAt: number): Facts => {
  const { language, name, isWoman } = person;
  const isRussian = language === 'ru';
  const amount = random.between(9, 480) + random.pick([0, 0.5, 0.9, 0.99]);
  const day = new Date(opensAt - random.between(2, 9) * 86_400_000);
  const known = shops.filter((shop) => isRussian || /^[ -~]*$/.test(shop));
  return {
    name,
    gender: isWoman ? 'she' : 'he',
    first: name.split(' ')[0] ?? name,
    shop: random.pick(known),
    order: `${random.pick(['KP', 'A', 'WX', ''])}${random.between(104_000, 9_980_000)}`,
    amount: isRussian
      ? `${Math.round(amount * 85).toLocaleString('ru-RU')} ₽`
      : `${amount.toFixed(2)} €`,
    date: new Intl.DateTimeFormat(isRussian ? 'ru-RU' : 'en-GB', {
      day: 'numeric',
      month: 'long',
      timeZone: 'UTC',
    }).format(day),
    isoDate: day.toISOString().slice(0, 10),
    track: `LX${random.between(100_000_000, 999_999_999)}CN`,
    browser: random.pick(browsers),
    company: random.pick(companies),
    site: random.pick(sites),
    method: random.pick(methods[language]),
  };
};

/** A text with its facts put in. `{а|}` stands for an ending: the first is a woman's, the second a man's. */
export const fill = (text: string, facts: Facts): string =>
  text
    .replaceAll(/\{([^{}|]*)\|([^{}|]*)\}/g, (_, hers: string, his: string) =>
      facts['gender'] === 'she' ? hers : his,
    )
    .replaceAll(/\{(\w+)\}/g, (all, name: string) => facts[name] ?? all);
