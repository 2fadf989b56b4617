import type { PresenceTexts } from './presence-texts.ts';

const rules = new Intl.PluralRules('ru');
const tickets = (n: number) => {
  const words = {
    one: 'открытое обращение',
    few: 'открытых обращения',
    many: 'открытых обращений',
  };
  const form = rules.select(n);
  return `${n} ${form === 'one' || form === 'few' ? words[form] : words.many}`;
};

export const presence: PresenceTexts = {
  title: 'Берёте ли вы работу?',
  titleOf: (name) => `Присутствие: ${name}`,
  unknown: 'Присутствие',
  change: 'Изменить присутствие',
  states: {
    available: 'На месте',
    busy: 'Не беспокоить',
    away: 'Нет на месте',
    off: 'Не работает',
  },
  explained: {
    available: 'получает новые обращения',
    busy: 'ведёт свои обращения, новых не получает',
    away: 'временно отсутствует',
    off: 'смена окончена или выходной',
  },
  back: 'Возвращение',
  until: {
    none: 'пока неизвестно',
    quarter: 'через 15 минут',
    half: 'через 30 минут',
    hour: 'через час',
    shift: 'после этой смены',
    custom: 'в другое время',
  },
  custom: 'Когда',
  customPast: 'Выберите время в будущем.',
  untilMoment: (moment) => `до ${moment}`,
  sinceMoment: (moment) => `с ${moment}`,
  note: 'Заметка для коллег',
  noteHint: 'обед, врач, обучение…',
  save: 'Сохранить',
  cancel: 'Отмена',
  comeBack: 'Вернуться',
  begin: 'Начать работу',
  noneHeld: 'Открытых обращений на руках нет, ничего не перейдёт.',
  held: (n) => `У вас ${tickets(n)}.`,
  heldBy: (name, n) => `${name}: ${tickets(n)} на руках.`,
  fate: {
    keep: 'Они останутся как есть.',
    'back at-once': 'Они сразу вернутся в свои очереди.',
    'back customer-writes': 'Каждое вернётся в очередь, когда напишет клиент.',
    'substitute at-once': 'Они сразу перейдут к заместителю, а если его нет — в очереди.',
    'substitute customer-writes':
      'Каждое перейдёт к заместителю, когда напишет клиент, а если заместителя нет — в очередь.',
  },
  fateOn: (line, fate) => `${line}: ${fate.slice(0, 1).toLowerCase()}${fate.slice(1)}`,
  protectedStay: 'Обращения по защищённым темам остаются в любом случае.',
  given: (n) => `Вернулось в очередь: ${tickets(n)}.`,
  kept: (n) => `Остаётся у вас: ${tickets(n)}.`,
  keptBy: (name, n) => `${name}: остаётся ${tickets(n)}.`,
  cause: {
    shift: 'по графику смен',
    colleague: 'отметил коллега',
    silence: 'не было открытых окон',
  },
  changed: {
    shift: (state) => `Смена изменилась, теперь у вас: «${state}».`,
    colleague: (state) => `Коллега изменил ваше присутствие: «${state}».`,
    silence: (state) => `Ваших открытых окон давно нет, поэтому у вас: «${state}».`,
  },
};
