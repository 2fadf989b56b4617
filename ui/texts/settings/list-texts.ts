/** What every ordered list of settings says: its buttons, and what was done by them. */
const en = {
  edit: (name: string) => `Edit: ${name}`,
  editShort: 'Edit',
  done: 'Done',
  up: (name: string) => `Move up: ${name}`,
  down: (name: string) => `Move down: ${name}`,
  keys: 'Alt ↑ and Alt ↓ move the row in focus.',
  movedTo: (name: string, place: number, of: number) => `${name}: now ${place} of ${of}`,
  remove: 'Remove',
  removed: (name: string) => `“${name}” is removed when you save`,
  nameIn: { en: 'Name (English)', ru: 'Name (Russian)' },
  id: 'Id',
  standard: 'everyone else',
  add: 'Add',
  level: 'Level',
  levels: {
    1: '1 · knows a little',
    2: '2 · knows the usual cases',
    3: '3 · knows it well',
    4: '4 · knows the hard cases',
    5: '5 · the desk’s best',
  },
  span: (hours: number, minutes: number) =>
    [hours > 0 && `${hours} h`, (minutes > 0 || hours === 0) && `${minutes} min`]
      .filter(Boolean)
      .join(' '),
};
const ru: typeof en = {
  edit: (name) => `Изменить: ${name}`,
  editShort: 'Изменить',
  done: 'Готово',
  up: (name) => `Выше: ${name}`,
  down: (name) => `Ниже: ${name}`,
  keys: 'Alt ↑ и Alt ↓ двигают строку, на которой вы стоите.',
  movedTo: (name, place, of) => `${name}: теперь ${place} из ${of}`,
  remove: 'Убрать',
  removed: (name) => `«${name}» исчезнет, когда вы сохраните`,
  nameIn: { en: 'Название (английский)', ru: 'Название (русский)' },
  id: 'Код',
  standard: 'все остальные',
  add: 'Добавить',
  level: 'Уровень',
  levels: {
    1: '1 · немного знает',
    2: '2 · знает обычные случаи',
    3: '3 · знает хорошо',
    4: '4 · знает сложные случаи',
    5: '5 · лучше всех',
  },
  span: (hours, minutes) =>
    [hours > 0 && `${hours} ч`, (minutes > 0 || hours === 0) && `${minutes} мин`]
      .filter(Boolean)
      .join(' '),
};
export const listTexts = { en, ru };
