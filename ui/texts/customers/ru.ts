import type { CustomerTexts } from './customer-texts.ts';

export const customers: CustomerTexts = {
  blocked: 'нас заблокировал(а)',
  blockedSince: (moment) => `нас заблокировал(а), с ${moment}`,
  maybeSame: 'Возможно, тот же человек',
  merged: 'Это тоже он(а)',
  merge: 'Объединить…',
  mergeWith: 'Объединить',
  mergeTitle: (name) => `${name} — тот же человек?`,
  mergeHint:
    'Обращения и адреса будут показаны вместе, и отвечать можно на любой из них. Разделить можно в любой момент.',
  byTicket: 'Тот же человек, что и в другом обращении…',
  ticketNumber: 'Номер того обращения',
  look: 'Посмотреть',
  samePerson: 'То обращение и так этого человека.',
  part: 'Разделить…',
  partTitle: (name) => `${name} — другой человек?`,
  partHint:
    'Каждому вернётся своё. Сами собой они больше не объединятся, только по решению сотрудника.',
  cancel: 'Отмена',
  moreTickets: 'Показать ещё',
  sameName: 'то же имя',
  hidden: (n) => `Ещё ${n} — в темах или линиях, которые вам не видны.`,
  historyFailed: 'Прежние обращения не удалось прочитать.',
  reason: {
    'same-address': (value) => `У обоих ${value}, но подтверждён он только у одного`,
    'same-number': (value) => `Один и тот же телефон: ${value}`,
    typed: (value) => `Один указал ${value}, другой с него пишет`,
  },
  didMerge: (name) => `Объединено: ${name}`,
  didPart: (name) => `Разделено: ${name}`,
};
