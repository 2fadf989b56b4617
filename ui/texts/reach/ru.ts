import type { ReachTexts } from './reach-texts.ts';

const rules = new Intl.PluralRules('ru');
const some = (n: number, one: string, few: string, many: string) => {
  const rule = rules.select(n);
  return `${n} ${rule === 'one' ? one : rule === 'few' ? few : many}`;
};

export const reach: ReachTexts = {
  to: 'Кому',
  copyTo: 'Копия',
  justClosed: 'Пока вы писали, время для ответа там вышло. Ваш текст сохранён.',
  noOther: 'Другого способа ответить этому клиенту пока нет. Заметку оставить можно.',
  sendTemplate: 'Отправить шаблон',
  freeText: 'Вернуться к обычному тексту',
  templateName: 'Название шаблона',
  templateNameHint: 'Как в WhatsApp Manager, например order_update',
  templateLanguage: 'Язык',
  templateLanguageHint: 'Например, ru',
  templateText: 'Что написано в шаблоне',
  templateTextHint: 'Останется в обращении; вместо {{1}} встанет первое значение',
  parameters: 'Значения',
  addParameter: 'Добавить значение',
  recent: 'Недавние на этом устройстве',
  unfinished: 'Укажите название и язык шаблона и заполните все значения.',
  preview: 'Клиент увидит',
  closes: (span) =>
    `Закроется через ${span}: канал принимает ответы лишь какое-то время после сообщения.`,
  personUntil: (span) =>
    `Обычное время для ответа вышло. Личный ответ сотрудника примут ещё ${span}.`,
  state: {
    'person-only': 'только лично',
    'window-closed': 'закрыто',
    blocked: 'заблокировано',
    'no-reply': 'без ответа',
  },
  why: {
    'person-only': (channel) =>
      `Обычное время для ответа вышло (${channel}). Личный ответ сотрудника ещё примут.`,
    'window-closed': (channel) =>
      `Клиент давно не писал: ${channel} сейчас не принимает обычный текст.`,
    blocked: (channel) => `Клиент запретил нам писать (${channel}): туда ничего не дойдёт.`,
    'no-reply': (channel) => `${channel} только принимает сообщения, ответить там нельзя.`,
  },
  waitForThem: (channel) => `Подождите, пока клиент напишет сам (${channel}).`,
  chooseTemplate: 'Одобренный шаблон всё ещё примут.',
  chooseOther: 'Выберите другой способ выше.',
  answerBy: (channel, address) => `Ответить: ${channel}, ${address}`,
  parameter: (number) => `Значение ${number}`,
  removeParameter: (number) => `Убрать значение ${number}`,
  count: (written, max) => `${written} из ${max} знаков`,
  parts: (count) => `уйдёт в ${some(count, 'части', 'частях', 'частях')}`,
  sms: (count, left) =>
    `${some(count, 'часть', 'части', 'частей')} СМС, ${some(left, 'знак', 'знака', 'знаков')} в запасе`,
  dearer: (character) => `из-за «${character}» части короче (70 знаков вместо 160)`,
  tooManyParts: (count, max) =>
    `Слишком длинно: ${some(count, 'знак', 'знака', 'знаков')}, а можно не больше ${max}.`,
  noFiles: (channel) => `${channel}: файлы не принимаются. Уберите их или выберите другой способ.`,
  fileTooLarge: (file, channel, megabytes) =>
    `${file}: слишком большой файл (${channel} берёт до ${megabytes} МБ). Уберите или уменьшите его либо выберите другой способ.`,
};
