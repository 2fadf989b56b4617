import type { ChannelKind, Language } from '../../../schemas/primitives.ts';
import { colleagueNames, desk, lineNames, topicNames } from '../../state/desk.ts';
import { language } from '../../state/preferences.ts';
import { languageNames, texts } from '../../texts/texts.ts';
import { listWords } from './list-words.ts';

/** Values to choose from, each with what people call it. */
export type Options<V extends string = string> = readonly (readonly [V, string])[];

export const entriesOf = <K extends string>(record: Readonly<Record<K, string>>): Options<K> =>
  Object.entries(record) as [K, string][];

export const topicOptions = (): Options => [...topicNames.value];
export const lineOptions = (): Options => [...lineNames.value];
export const colleagueOptions = (): Options => [...colleagueNames.value];
/** People who may sign in. */
export const activeColleagueOptions = (): Options =>
  desk.value?.colleagues.filter(({ active }) => active).map(({ id, name }) => [id, name]) ?? [];
export const connectionOptions = (): Options =>
  desk.value?.connections.map(({ id, name, channel }) => [
    id,
    `${name} (${texts.value.channel[channel]})`,
  ]) ?? [];
export const tierOptions = (): Options =>
  desk.value?.tiers.map(({ id, name }) => [id, name[language.value] ?? name.en]) ?? [];
/** Standings to choose from, everyone else's first, and what was chosen before it was taken away. */
export const tiersWith = (chosen: readonly string[] = []): Options => {
  const all: Options = [['standard', listWords.value.standard], ...tierOptions()];
  const gone = chosen.filter((id) => !all.some(([tier]) => tier === id));
  return [...all, ...gone.map((id) => [id, id] as const)];
};
export const channelOptions = (): Options<ChannelKind> => entriesOf(texts.value.channel);
export const languageOptions = (): Options<Language> => entriesOf(languageNames);

export const nameIn = (options: Options, id: string): string =>
  options.find(([option]) => option === id)?.[1] ?? id;
