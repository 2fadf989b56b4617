import type { Texts } from '../texts.ts';

/** The public request form. */
export const request: Texts['request'] = {
  title: 'Чем помочь?',
  choose: 'О чём ваш вопрос?',
  change: 'Другая тема',
  name: 'Ваше имя',
  email: 'Ваш адрес почты',
  emailHint: 'Туда придёт ответ.',
  text: 'Ваш вопрос',
  textHint: 'Чем точнее вы опишете, тем быстрее мы поможем.',
  optional: 'необязательно',
  files: 'Добавить файлы',
  filesHint: 'Картинки или документы: до 5 файлов, до 10 МБ каждый.',
  send: 'Отправить',
  sending: 'Отправляем…',
  expected: (span) => `Сотрудник ответит в течение ${span}.`,
  thanks: 'Мы получили ваш вопрос.',
  thanksHint: (email) => `Подтверждение и ответ придут на ${email}.`,
  another: 'Задать другой вопрос',
  required: 'Заполните это поле.',
  invalidEmail: 'Это не похоже на адрес почты.',
  failed: 'Вопрос не отправлен. Он остался здесь; попробуйте ещё раз.',
};
