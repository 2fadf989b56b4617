import type { WidgetTexts } from './texts.ts';

const forms = new Intl.PluralRules('ru');
const count = (n: number, one: string, few: string, many: string) => {
  const form = forms.select(n);
  return `${n} ${form === 'one' ? one : form === 'few' || !Number.isInteger(n) ? few : many}`;
};
const wait = (minutes: number) =>
  minutes < 60
    ? count(minutes, 'минуту', 'минуты', 'минут')
    : minutes === 90
      ? 'полтора часа'
      : count(minutes / 60, 'час', 'часа', 'часов');

export const ru: WidgetTexts = {
  open: 'Открыть чат',
  openUnread: (n) =>
    `Открыть чат: ${count(n, 'новое сообщение', 'новых сообщения', 'новых сообщений')}`,
  close: 'Закрыть чат',
  chat: (name) => `Чат: ${name}`,
  isOnline: 'Мы на связи',
  isAway: (back) => (back ? `Нас нет. Вернёмся: ${back}` : 'Нас нет'),
  connecting: 'Соединяемся…',
  lost: 'Нет связи. Всё, что вы напишете, сохранится и уйдёт, как только она появится.',
  unavailable: 'Здесь чат не работает. Напишите нам, пожалуйста, другим способом.',
  greeting: 'Здравствуйте! Чем помочь?',
  awayGreeting: (back) =>
    `Сейчас никого нет.${back ? ` Вернёмся: ${back}.` : ''} Всё равно напишите и оставьте адрес почты: ответ придёт письмом.`,
  usually: (promise) => `Ответим в течение ${promise}.`,
  about: (minutes) => `Ждать примерно ${wait(minutes)}.`,
  next: 'Вы следующий в очереди.',
  position: (place) => `Ваше место в очереди: ${place}.`,
  farBack: (place) => `Ваше место в очереди: дальше ${place - 1}-го.`,
  received: 'Сообщение у нас.',
  write: 'Напишите сообщение',
  send: 'Отправить',
  attach: 'Приложить файлы',
  removeFile: (name) => `Убрать ${name}`,
  uploading: (name, percent) => `${name}: ${percent} %`,
  tooLong: (left) => (left >= 0 ? `Осталось знаков: ${left}` : `Лишних знаков: ${-left}`),
  sending: 'Отправляется…',
  sent: 'Отправлено',
  read: 'Прочитано',
  notSent: 'Не отправлено.',
  again: 'Отправить снова',
  remove: 'Убрать',
  you: 'Вы',
  desk: 'Автоматическое сообщение',
  isTyping: (name) => `${name} пишет…`,
  deleted: 'Сообщение отозвано.',
  edited: 'изменено',
  byMail: 'по почте',
  olderCut: 'Более ранние сообщения не показаны.',
  log: 'Сообщения',
  newMessage: (name) => `Новое сообщение: ${name}`,
  download: (name) => `Скачать ${name}`,
  email: 'Ваш адрес почты',
  emailHint: 'Ответ придёт туда, если вы уйдёте.',
  emailWithout: 'Без адреса ответ подождёт вас здесь.',
  emailSave: 'Сохранить',
  emailWrong: 'Это не похоже на адрес почты. Пример: name@example.com',
  emailKnown: (address) => `Если вы уйдёте, ответ придёт на ${address}.`,
  emailOffer: 'Прислать ответ письмом, если я уйду',
  today: 'Сегодня',
  yesterday: 'Вчера',
  faults: {
    unknown: 'Не получилось. Попробуйте ещё раз или напишите нам другим способом.',
    network: 'Файл не дошёл. Проверьте связь и приложите его снова.',
    'upload.too-large': 'Слишком большой: файл может занимать 10 МБ. Отправьте файл поменьше.',
    'upload.type-refused':
      'Такие файлы мы не принимаем. Отправьте картинку, PDF, текст, Word, Excel или MP4.',
    'upload.empty': 'Файл пуст.',
    'upload.missing': 'Файл не дошёл. Приложите его снова.',
    'upload.invalid': 'Файл ждал слишком долго. Приложите его снова.',
    'upload.too-many': 'В одном сообщении не больше пяти файлов.',
    'requests.too-many': 'Слишком много сразу. Подождите немного и отправьте снова.',
    'message.empty': 'В этом сообщении ничего нет.',
  },
};
