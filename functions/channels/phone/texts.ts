import type { Connection } from '../../../schemas/connection.ts';
import type { Language } from '../../../schemas/primitives.ts';
import type { Call } from '../../../schemas/timeline.ts';

type PhoneTexts = {
  /** Languages as Twilio's voices name them. */
  readonly voice: string;
  readonly greeting: (name: string) => string;
  readonly thanks: string;
  readonly sorry: string;
  readonly withheld: string;
  readonly from: (number: string | undefined) => string;
  readonly to: (number: string | undefined) => string;
  readonly states: Readonly<Record<Call['state'], string>>;
  readonly seconds: (count: number) => string;
};

/** What callers hear and what a call's ticket is called. */
const texts: Readonly<Record<Language, PhoneTexts>> = {
  en: {
    voice: 'en-US',
    greeting: (name) =>
      `Hello, this is ${name}. Please tell us after the tone what we can do for you, and how we can reach you. Then hang up.`,
    thanks: 'Thank you. We will call you back.',
    sorry: 'We cannot take your call right now. Please call again later.',
    withheld: 'Withheld number',
    from: (number) => (number ? `Call from ${number}` : 'Call from a withheld number'),
    to: (number) => (number ? `Call to ${number}` : 'Call'),
    states: {
      ringing: 'Call',
      queued: 'Waiting on the phone',
      talking: 'On the phone',
      ended: 'Call ended',
      missed: 'Missed call',
      voicemail: 'Voicemail',
      failed: 'Call failed',
    },
    seconds: (count) => `${count} s`,
  },
  ru: {
    voice: 'ru-RU',
    greeting: (name) =>
      `Здравствуйте, это ${name}. После сигнала скажите, чем мы можем помочь и как с вами связаться. Затем положите трубку.`,
    thanks: 'Спасибо. Мы вам перезвоним.',
    sorry: 'Сейчас мы не можем принять звонок. Пожалуйста, перезвоните позже.',
    withheld: 'Скрытый номер',
    from: (number) => (number ? `Звонок с ${number}` : 'Звонок со скрытого номера'),
    to: (number) => (number ? `Звонок на ${number}` : 'Звонок'),
    states: {
      ringing: 'Звонок',
      queued: 'Ждёт на линии',
      talking: 'Разговор',
      ended: 'Звонок завершён',
      missed: 'Пропущенный звонок',
      voicemail: 'Голосовое сообщение',
      failed: 'Звонок не удался',
    },
    seconds: (count) => `${count} с`,
  },
};

export const phoneTexts = (connection: Connection): PhoneTexts =>
  texts[connection.channel === 'phone' ? (connection.language ?? 'en') : 'en'];
