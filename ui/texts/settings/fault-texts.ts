import type { Language } from '../../../schemas/primitives.ts';

type Data = Readonly<Record<string, string>>;
type Sentences = Readonly<Record<string, (data: Data) => string>>;
type Fault = { message: string; code?: string | undefined; data?: Data | undefined };

/** What a shape refuses; everything else the API says in English itself. */
const en: Sentences = {
  'too-small.string': ({ least }) =>
    least === '1' ? 'fill this in' : `${least} characters at least`,
  'too-big.string': ({ most }) => `${most} characters at most`,
  'too-small.number': ({ least }) => `${least} at least`,
  'too-big.number': ({ most }) => `${most} at most`,
  'too-small.array': ({ least }) => (least === '1' ? 'choose something' : `${least} at least`),
  'too-big.array': ({ most }) => `${most} at most`,
  'invalid-type': () => 'fill this in',
  'invalid-format': () => 'this is not written as it has to be',
};

const kinds: Readonly<Record<string, string>> = {
  topic: 'тема',
  line: 'линия',
  promise: 'обещание',
  tier: 'уровень',
};

/** Of `functions/desk/settings/fault.ts`, and what a shape refuses. */
const ru: Sentences = {
  'too-small.string': ({ least }) => (least === '1' ? 'заполните' : `не меньше ${least} знаков`),
  'too-big.string': ({ most }) => `не больше ${most} знаков`,
  'too-small.number': ({ least }) => `не меньше ${least}`,
  'too-big.number': ({ most }) => `не больше ${most}`,
  'too-small.array': ({ least }) => (least === '1' ? 'выберите что-нибудь' : `не меньше ${least}`),
  'too-big.array': ({ most }) => `не больше ${most}`,
  'invalid-type': () => 'заполните',
  'invalid-format': () => 'записано не так, как нужно',
  twice: ({ id }) => `«${id}» встречается дважды`,
  'in-use': ({ id, kind = '', by }) =>
    `«${id}» убрать нельзя: используется здесь: ${kinds[kind] ?? kind} «${by}»`,
  'no-lines': () => 'нужна хотя бы одна линия',
  'no-topic': ({ id }) => `темы «${id}» нет`,
  'not-deployed': ({ id }) => `тема «${id}» не развёрнута (desk.config.ts)`,
  'no-line': ({ id }) => `линии «${id}» нет`,
  'no-calendar': ({ id }) => `календаря «${id}» нет`,
  'never-open': ({ name }) =>
    `календарь «${name}» не открывается 366 дней: дайте дню часы или уберите праздники`,
  'no-person': ({ id }) => `сотрудника «${id}» нет`,
  'to-itself': () => 'линия не может передавать самой себе',
  'in-a-circle': ({ lines }) => `сложные случаи пойдут по кругу: ${lines}`,
  'no-name': () => 'назовите это',
  'no-choices': () => 'укажите, из чего выбирать',
  standard: () => '«standard» означает всех, у кого уровня нет',
  'no-bot': ({ id }) => `бота «${id}» нет`,
  'no-chat': () => 'укажите чат для оповещений в Telegram',
};

const languages: Readonly<Record<Language, Sentences>> = { en, ru };

/** Why something cannot be saved, in the reader's language as far as it is known. */
export const faultText = ({ message, code, data = {} }: Fault, language: Language): string =>
  (code === undefined ? undefined : languages[language][code]?.(data)) ?? message;
