import type { ChannelTexts } from './channel-texts.ts';

export const channels: ChannelTexts = {
  names: {
    mail: 'Почта',
    form: 'Форма',
    telegram: 'Telegram',
    whatsapp: 'WhatsApp',
    messenger: 'Messenger',
    instagram: 'Instagram',
    viber: 'Viber',
    vk: 'ВКонтакте',
    ok: 'Одноклассники',
    sms: 'СМС',
    phone: 'Телефон',
    webhook: 'Вебхук',
    chat: 'Чат на сайте',
    letter: 'Письмо',
  },
  delivery: {
    queued: 'Ждёт отправки',
    sending: 'Отправляется',
    sent: 'Отправлено',
    delivered: 'Доставлено',
    read: 'Прочитано',
    delayed: 'Задерживается у получателя',
    bounced: 'Вернулось',
    complained: 'Получатель счёл спамом',
    failed: 'Не отправлено',
    'window-closed':
      'Не отправлено: для этого канала прошло слишком много времени после сообщения клиента',
    blocked: 'Не отправлено: клиент нас там заблокировал',
    unknown: 'Возможно, отправлено: ответ потерялся',
    resend: 'Отправить ещё раз',
    reuse: 'Взять текст в новый ответ',
    resent: 'Отправляется ещё раз',
  },
};
