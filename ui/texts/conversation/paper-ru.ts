import type { PaperTexts } from './paper-texts.ts';

export const paper: PaperTexts = {
  number: (number) => `Письмо ${number}`,
  arrived: (day) => `получено ${day}`,
  postmarked: (day) => `штемпель ${day}`,
  enteredBy: (name) => `записал(а) ${name}`,
  confidential: 'Не для всех',
  making: 'Письмо готовится к печати.',
  openFile: 'Открыть PDF для печати',
  state: {
    drafted: () => 'Готово к печати',
    printed: (moment) => `Напечатано ${moment}; отнесите на почту`,
    posted: (moment) => `Отправлено ${moment}`,
    delivered: (moment) => `Доставлено ${moment}`,
    returned: (moment) => `Вернулось ${moment}: адрес неверный`,
  },
  trackedAs: (number) => `почтовый номер ${number}`,
  action: {
    print: 'Напечатано',
    post: 'Отправлено…',
    deliver: 'Доставлено',
    return: 'Вернулось',
  },
  tracking: 'Почтовый номер',
  trackingHint: 'Если письмо заказное; иначе оставьте пустым',
  trackingOptional: 'Письмо сдано на почту',
  save: 'Отправлено',
  noted: 'Отмечено',
};
