import type { FormField, Localized } from '../../../schemas/desk.ts';

const field = (
  id: string,
  kind: FormField['kind'],
  label: Localized,
  required = false,
  maxLength?: number,
): FormField => ({ id, kind, label, required, ...(maxLength ? { maxLength } : {}) });

/** The fields that request forms of a cash-back service are made of (product.md, "The desk it comes with"). */
export const fields = {
  shop: field('shop', 'text', { en: 'Shop', ru: 'Магазин' }, true, 120),
  order: field('order', 'text', { en: 'Order number', ru: 'Номер заказа' }, true, 60),
  orderDate: field('order-date', 'date', { en: 'Date of the order', ru: 'Дата заказа' }, true),
  amount: field('amount', 'amount', { en: 'Amount', ru: 'Сумма' }),
  device: {
    ...field('device', 'choice', { en: 'Device', ru: 'Устройство' }),
    options: [
      { id: 'computer', label: { en: 'Computer', ru: 'Компьютер' } },
      { id: 'phone', label: { en: 'Phone', ru: 'Телефон' } },
      {
        id: 'both',
        label: { en: 'Ordered on one, paid on another', ru: 'Заказ с одного, оплата с другого' },
      },
    ],
  } satisfies FormField,
  extensions: field(
    'extensions',
    'text',
    {
      en: 'Other browser extensions (ad blockers, coupons)',
      ru: 'Другие расширения браузера (блокировщики, купоны)',
    },
    false,
    300,
  ),
  screenshot: field('screenshot', 'file', { en: 'Screenshot', ru: 'Снимок экрана' }),
  method: {
    ...field('method', 'choice', { en: 'Payout method', ru: 'Способ выплаты' }),
    options: [
      { id: 'card', label: { en: 'Bank card', ru: 'Банковская карта' } },
      { id: 'phone', label: { en: 'Mobile phone account', ru: 'Счёт мобильного телефона' } },
      { id: 'wallet', label: { en: 'Electronic wallet', ru: 'Электронный кошелёк' } },
    ],
  } satisfies FormField,
  requestDate: field('request-date', 'date', {
    en: 'Date of the payout request',
    ru: 'Дата заявки на выплату',
  }),
  browser: field(
    'browser',
    'text',
    { en: 'Browser and version', ru: 'Браузер и версия' },
    false,
    120,
  ),
  tracking: field('tracking', 'text', { en: 'Tracking number', ru: 'Трек-номер' }, true, 60),
  page: field(
    'page',
    'url',
    { en: 'Page where it happens', ru: 'Страница, где это происходит' },
    false,
    500,
  ),
  steps: field(
    'steps',
    'text',
    { en: 'What you did, step by step', ru: 'Что вы делали, по шагам' },
    true,
    2000,
  ),
  expected: field(
    'expected',
    'text',
    { en: 'What you expected', ru: 'Чего вы ожидали' },
    false,
    1000,
  ),
  seen: field(
    'seen',
    'text',
    { en: 'What you saw instead', ru: 'Что увидели вместо этого' },
    false,
    1000,
  ),
  company: field('company', 'text', { en: 'Company', ru: 'Компания' }, true, 120),
  site: field('site', 'url', { en: 'Site', ru: 'Сайт' }, false, 300),
} as const;
