import type { DeskTexts } from './texts.ts';

const plural = new Intl.PluralRules('ru');

/** Forms for one, few and many: 1 час, 2 часа, 5 часов. In the genitive after «в течение». */
const within = (n: number, one: string, many: string) =>
  `${n} ${plural.select(n) === 'one' ? one : many}`;

export const ru: DeskTexts = {
  expected: ({ seconds, workingDaySeconds }) => {
    const hours = Math.ceil(seconds / 3600);
    if (workingDaySeconds && seconds % workingDaySeconds === 0)
      return within(seconds / workingDaySeconds, 'рабочего дня', 'рабочих дней');
    if (workingDaySeconds) return within(hours, 'рабочего часа', 'рабочих часов');
    if (seconds < 3600) return within(Math.ceil(seconds / 60), 'минуты', 'минут');
    return hours <= 48
      ? within(hours, 'часа', 'часов')
      : within(Math.ceil(hours / 24), 'дня', 'дней');
  },
  acknowledgement: ({ name, number, desk, expected, notice, answer, isChat }) => {
    const more = [...(answer ? [answer] : []), ...(notice ? [notice] : [])];
    const within = expected ? `в течение ${expected}` : '';
    return {
      subject: `Мы получили ваше обращение № ${number}`,
      text: isChat
        ? [
            `Мы получили ваше сообщение, номер обращения ${number}.`,
            ...more,
            within ? `Ответим ${within}.` : 'Наш сотрудник ответит вам.',
          ].join(' ')
        : [
            name ? `Здравствуйте, ${name}!` : 'Здравствуйте!',
            '',
            `Мы получили ваше сообщение. Номер обращения: ${number}.`,
            ...more.flatMap((paragraph) => ['', paragraph, '']),
            within ? `Наш сотрудник ответит вам ${within}.` : 'Наш сотрудник ответит вам.',
            'Если хотите что-то добавить, просто ответьте на это сообщение.',
            '',
            desk,
          ]
            .filter((line, at, all) => line !== '' || all[at - 1] !== '')
            .join('\n'),
    };
  },
  alert: ({ kind, number, subject, topic, dueAt, isLate, said, url }) => ({
    subject:
      kind === 'muted'
        ? `Петля писем: обращение ${number}, ${topic}`
        : kind === 'breached'
          ? `Просрочено: обращение ${number}, ${topic}`
          : `Скоро срок: обращение ${number}, ${topic}`,
    text: [
      kind === 'muted'
        ? `Письма по обращению ${number} ходят туда и обратно быстрее, чем пишут люди. Автоматические письма по нему отключены: ${dueAt}.`
        : kind === 'breached'
          ? `Обещанный ответ на обращение ${number} следовало дать к ${dueAt}, но его нет.`
          : `Ответ на обращение ${number} обещан к ${dueAt}.`,
      ...(isLate ? ['Само это уведомление опоздало: часы не могли сработать вовремя.'] : []),
      '',
      `«${subject}»`,
      ...(said ? [said] : []),
      url,
      '',
      'Ответьте на это письмо, и ваш ответ получит клиент; начните с #note, чтобы написать только коллегам.',
    ].join('\n'),
  }),
  alertLine: ({ kind, number, subject, topic, dueAt }) => {
    const what =
      kind === 'muted'
        ? 'Петля писем'
        : kind === 'breached'
          ? `Просрочено с ${dueAt}`
          : `Срок ${dueAt}`;
    return `${what}: обращение ${number}, ${topic}: ${subject}`;
  },
  alertList: ({ count, late, lines, more, url }) => ({
    subject: `Оповещений за минуту: ${count}, просрочено: ${late}`,
    text: [
      `Оповещений за минуту: ${count}, из них просрочено: ${late}.`,
      '',
      ...lines,
      ...(more > 0 ? [`и ещё ${more}`] : []),
      '',
      url,
    ].join('\n'),
  }),
  connectionTest: ({ name }) => ({
    subject: `Проверка: ${name}`,
    text: `Это проверка соединения «${name}». Раз она дошла, отправка работает. Отвечать не нужно.`,
  }),
  unsubscribe: ({ desk }) => ({
    asked: `Больше не получать автоматических писем от ${desk}? Ответы сотрудников будут приходить.`,
    button: 'Не получать автоматических писем',
    done: `Автоматических писем от ${desk} больше не будет. Ответы сотрудников будут приходить.`,
    failed: 'Ссылка не действует. Ответьте на любое наше письмо, и сотрудник поможет.',
  }),
  quoteHeader: ({ name, at }) => `${at}, ${name} пишет:`,
  unsupported: 'не поддерживается',
  formFields: 'Из формы',
};
