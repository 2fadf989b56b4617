import type { TeamTexts } from './team-en.ts';

const rules = new Intl.PluralRules('ru');
const plural = (n: number, one: string, few: string, many: string) => {
  const form = rules.select(n);
  return `${n} ${form === 'one' ? one : form === 'few' ? few : many}`;
};

export const team: TeamTexts = {
  title: 'Команда',
  hint: 'Кто на месте и сколько у кого на руках. Обновляется каждую минуту.',
  stale: 'Сейчас прочитать не удалось, показано прежнее.',
  line: 'Линия',
  allLines: 'Все линии',
  noLine: 'Без линии',
  search: 'Имя',
  onShift: 'Только те, у кого смена',
  nobody: 'Никого не нашлось.',
  offShift: 'не в смене',
  shiftUntil: (moment) => `смена до ${moment}`,
  shift: 'в смене',
  shiftFrom: (moment) => `смена с ${moment}`,
  open: (n) => `${n} на руках`,
  chats: (n) => plural(n, 'чат', 'чата', 'чатов'),
  today: (n) => `${n} сегодня`,
  todayOf: (n, most) => `${n} из ${most} сегодня`,
  set: 'Отметить…',
  noScreen: 'окон не открыто',
  you: 'вы',
  people: (n) => plural(n, 'сотрудник', 'сотрудника', 'сотрудников'),
};
