import type { ConnectionTexts } from './connection-texts.ts';

export const connections: ConnectionTexts = {
  title: 'Подключения',
  hint: 'Все каналы службы: работают ли они и что делать, если нет.',
  none: 'Подключений нет. Они перечислены в desk.config.ts.',
  checkNow: 'Проверить',
  checking: 'Проверяется…',
  sendTest: 'Прислать мне проверку',
  testTitle: 'Проверочное сообщение',
  testHint: 'Уйдёт одно настоящее сообщение. Что с ним стало, будет видно у подключения.',
  send: 'Отправить проверку',
  hookAddress: 'Адрес вебхука',
  copy: 'Скопировать',
  copied: 'Скопировано',
  notCopied: 'Браузер не дал скопировать. Выделите адрес и скопируйте сами.',
  guide: 'Как подключить',
  never: 'ещё не было',
  nothingToCheck: 'Проверять нечего',
  stale: 'Обновить не удалось; так было в прошлый раз.',
  testAddress: {
    phone: 'Ваш номер телефона, например +4930123456',
    chat: 'Ваш номер в этом канале (чат, который нам уже писал)',
  },
  state: {
    working: 'Работает',
    failing: 'Сбоит',
    revoked: 'Доступ отозван',
    'hook-missing': 'Сообщения не приходят',
    'not-set-up': 'Не настроено',
    'not-checked': 'Ещё не проверено',
  },
  advice: {
    working: '',
    failing: 'Попытки повторяются сами. Если не проходит, посмотрите страницу состояния сервиса.',
    revoked:
      'Сервис больше не принимает наши ключи. Положите новые в секрет подключения и проверьте ещё раз.',
    'hook-missing':
      'Сервис шлёт сообщения не сюда или никуда. Дайте ему адрес вебхука, он ниже, и проверьте ещё раз.',
    'not-set-up': 'Секрет пуст: ничего не приходит и не уходит. Следуйте инструкции.',
    'not-checked': '',
  },
  since: (moment) => `с ${moment}`,
  account: (name) => `как ${name}`,
  checked: (moment) => `проверено ${moment}`,
  lastIn: (moment) => `последнее входящее: ${moment}`,
  lastOut: (moment) => `последнее исходящее: ${moment}`,
  test: {
    queued: (address) => `Проверка на ${address}: ждёт`,
    sending: (address) => `Проверка на ${address}: в пути`,
    sent: (address, moment) => `Проверка на ${address}: отправлена ${moment}`,
    failed: (address, moment) => `Проверка на ${address}: не вышла, ${moment}`,
  },
};
