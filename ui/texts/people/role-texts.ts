import type { Permission } from '../../../schemas/agent.ts';

/** Permissions in the groups in which they are shown; every one must stand in a group. */
export const permissionGroups = {
  basics: ['self.read', 'desk.read'],
  tickets: ['tickets.read', 'tickets.work', 'letters.enter', 'quarantine.manage', 'raw-mail.read'],
  customers: ['customers.read', 'customers.merge', 'customers.manage'],
  day: ['presence.manage', 'peaks.read', 'peaks.manage', 'queues.control'],
  settings: [
    'settings.read',
    'settings.manage',
    'promises.try',
    'promises.apply',
    'connections.manage',
  ],
  people: ['people.read', 'people.manage', 'audit.read', 'audit.export'],
} as const satisfies Record<string, readonly Permission[]>;

type Words = {
  permissions: Record<Permission, string>;
  groups: Record<keyof typeof permissionGroups, string>;
};

const en = {
  title: 'Roles',
  hint: 'What people may do. Every desk has the first four roles; add your own from single permissions. Which topics and lines somebody sees is set with the person.',
  builtIn: 'Roles that every desk has',
  builtInHint: 'They cannot be changed. Each may everything the one before it may.',
  own: 'Your own roles',
  none: 'There are none yet.',
  add: 'Add a role',
  newRole: 'New role',
  name: 'Name',
  remove: 'Remove',
  removed: (name: string) => `“${name}” is removed when you save`,
  holders: (n: number) =>
    n === 0 ? 'nobody has it' : n === 1 ? '1 person has it' : `${n} people have it`,
  inUse: 'A role that somebody has cannot be removed.',
  may: (n: number, of: number) => `${n} of ${of} permissions`,
  everybody: 'Everybody may this.',
  needed: 'Without this no screen opens.',
  superOnly: 'Super admins alone may this.',
  groups: {
    basics: 'The basics',
    tickets: 'Tickets',
    customers: 'Customers',
    day: 'The day',
    settings: 'Settings',
    people: 'People and records',
  },
  permissions: {
    'self.read': 'Sign in, and see who they are',
    'desk.read': 'See the names of topics, lines and colleagues',
    'tickets.read': 'Read tickets and their files',
    'tickets.work': 'Take tickets, answer, write notes, move and close them',
    'letters.enter': 'Enter paper letters and see them through the post',
    'quarantine.manage': 'Look at held mail, release it, block senders',
    'raw-mail.read': 'Download messages exactly as they were received (on record)',
    'customers.read': 'See a customer’s card and history',
    'customers.merge': 'Say that two customers are one person, and part them again',
    'customers.manage': 'Give customers a tier or a personal manager (on record)',
    'presence.manage': 'Say for others that they are available or away (on record)',
    'peaks.read': 'See peaks and the forecast',
    'peaks.manage': 'Plan, declare and end peaks (on record)',
    'queues.control': 'Pause and resume queues (on record)',
    'settings.read': 'Look at the settings',
    'settings.manage': 'Change the settings (on record)',
    'promises.try': 'Try promises on made-up stories',
    'promises.apply': 'Apply changed promises to open tickets (on record)',
    'connections.manage': 'Check connections, send tests, stop mail to addresses',
    'people.read': 'See who works here and what they may do',
    'people.manage': 'Let people in, give roles and limits (on record)',
    'audit.read': 'Read the audit trail',
    'audit.export': 'Export the audit trail (on record)',
  },
} as const satisfies Words & Record<string, unknown>;

type Shape<T> = {
  [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...given: infer Given) => string
      ? (...given: Given) => string
      : Shape<T[K]>;
};

/** «1 человек», «2 человека», «5 человек». */
const russianPlural = new Intl.PluralRules('ru');

const ru: Shape<typeof en> = {
  title: 'Роли',
  hint: 'Что можно сотрудникам. Первые четыре роли есть всегда; свои собираются из отдельных прав. Какие темы и линии видит человек, задаётся у него самого.',
  builtIn: 'Роли, которые есть всегда',
  builtInHint: 'Изменить их нельзя. Каждой можно всё, что и предыдущей.',
  own: 'Свои роли',
  none: 'Пока ни одной.',
  add: 'Добавить роль',
  newRole: 'Новая роль',
  name: 'Название',
  remove: 'Убрать',
  removed: (name) => `«${name}» исчезнет, когда вы сохраните`,
  holders: (n) =>
    n === 0
      ? 'нет ни у кого'
      : `есть у ${n} ${russianPlural.select(n) === 'one' ? 'сотрудника' : 'сотрудников'}`,
  inUse: 'Роль, которая у кого-то есть, убрать нельзя.',
  may: (n, of) => `прав: ${n} из ${of}`,
  everybody: 'Это можно всем.',
  needed: 'Без этого не откроется ни один экран.',
  superOnly: 'Это можно только главным администраторам.',
  groups: {
    basics: 'Основное',
    tickets: 'Обращения',
    customers: 'Клиенты',
    day: 'Рабочий день',
    settings: 'Настройки',
    people: 'Сотрудники и журнал',
  },
  permissions: {
    'self.read': 'Входить и видеть, кто они',
    'desk.read': 'Видеть названия тем и линий, имена коллег',
    'tickets.read': 'Читать обращения и файлы',
    'tickets.work': 'Брать обращения, отвечать, писать заметки, переносить и закрывать',
    'letters.enter': 'Вносить бумажные письма и вести их по почте',
    'quarantine.manage': 'Смотреть задержанную почту, выпускать её, блокировать отправителей',
    'raw-mail.read': 'Скачивать сообщения такими, какими они пришли (с записью в журнал)',
    'customers.read': 'Видеть карточку и историю клиента',
    'customers.merge': 'Объединять клиентов в одного и разделять обратно',
    'customers.manage': 'Давать клиентам уровень и личного менеджера (с записью в журнал)',
    'presence.manage': 'Отмечать за других, на месте они или нет (с записью в журнал)',
    'peaks.read': 'Видеть пики и прогноз',
    'peaks.manage': 'Планировать, объявлять и завершать пики (с записью в журнал)',
    'queues.control': 'Останавливать и запускать очереди (с записью в журнал)',
    'settings.read': 'Смотреть настройки',
    'settings.manage': 'Менять настройки (с записью в журнал)',
    'promises.try': 'Проверять обещания на выдуманных историях',
    'promises.apply': 'Применять новые обещания к открытым обращениям (с записью в журнал)',
    'connections.manage': 'Проверять подключения, слать пробы, останавливать письма на адреса',
    'people.read': 'Видеть, кто здесь работает и что им можно',
    'people.manage': 'Впускать людей, давать роли и ограничения (с записью в журнал)',
    'audit.read': 'Читать журнал действий',
    'audit.export': 'Выгружать журнал действий (с записью в журнал)',
  },
};

export const roleTexts: Record<'en' | 'ru', Shape<typeof en>> = { en, ru };
