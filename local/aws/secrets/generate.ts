import { randomInt } from 'node:crypto';
import type { GenerateSecretString } from '../contract.ts';

const lowercase = 'abcdefghijklmnopqrstuvwxyz';
const numbers = '0123456789';
const punctuation = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~';

/** CloudFormation's GenerateSecretString: a password, alone or as one member of a JSON template. */
export function generateSecret(wish: GenerateSecretString): string {
  const password = passwordOf(wish);
  const { SecretStringTemplate: template, GenerateStringKey: key } = wish;
  if (template === undefined && key === undefined) return password;
  if (template === undefined || key === undefined) {
    throw new Error('SecretStringTemplate and GenerateStringKey go together.');
  }
  return JSON.stringify({ ...JSON.parse(template), [key]: password });
}

function passwordOf(wish: GenerateSecretString): string {
  const excluded = new Set(wish.ExcludeCharacters ?? '');
  const kinds = [
    wish.ExcludeLowercase ? '' : lowercase,
    wish.ExcludeUppercase ? '' : lowercase.toUpperCase(),
    wish.ExcludeNumbers ? '' : numbers,
    wish.ExcludePunctuation ? '' : punctuation,
    wish.IncludeSpace ? ' ' : '',
  ]
    .map((kind) => [...kind].filter((character) => !excluded.has(character)))
    .filter((kind) => kind.length > 0);
  const length = wish.PasswordLength ?? 32;
  const needsEach = wish.RequireEachIncludedType ?? true;
  for (;;) {
    const password = Array.from({ length }, () => pick(kinds.flat()));
    const hasEach = kinds.every((kind) => password.some((character) => kind.includes(character)));
    if (hasEach || !needsEach || length < kinds.length) return password.join('');
  }
}

function pick(characters: readonly string[]): string {
  return characters[randomInt(characters.length)] ?? '';
}
