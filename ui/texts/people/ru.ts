import type { PeopleTexts } from './people-texts.ts';

export const people: PeopleTexts = {
  title: 'Сотрудники',
  hint: 'Кто может войти и что ему можно. Учётная запись нужна и у вашего поставщика входа.',
  add: 'Добавить сотрудника',
  name: 'Имя',
  email: 'Адрес почты',
  role: 'Роль',
  roles: {
    operator: 'Оператор',
    lead: 'Руководитель',
    admin: 'Администратор',
    'super-admin': 'Главный администратор',
  },
  none: 'нет',
  save: 'Сохранить',
  saved: 'Сохранено',
  you: 'вы',
};
