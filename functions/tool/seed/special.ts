import type { Connection } from '../../../schemas/connection.ts';
import { receiptPdf, screenshotPng } from './pictures.ts';
import type { Random } from './random.ts';
import { days, hours, reply, storyMakers } from './special-makers.ts';
import { newsletterSpam, outlookHtml, outlookText, prizeSpam } from './special-texts.ts';
import { longThread } from './special-thread.ts';
import type { Person, Story } from './story.ts';

type Question = {
  readonly random: Random;
  readonly connections: readonly Connection[];
  readonly until: number;
};

/** Tickets that show what a desk meets now and then; each once, so that it can be looked at. */
export const specialStories = ({ random, connections, until }: Question): readonly Story[] => {
  const connectionId = connections.find(({ channel }) => channel === 'mail')?.id ?? 'support';
  const { somebody, mail, waiting } = storyMakers({ random, connectionId, until });
  const husband: Person = {
    ...somebody('en', 'Peter Whitcombe'),
    email: 'p.whitcombe@inbox.example',
  };

  return [
    longThread(
      mail(days(9), {
        customer: somebody('en', 'Maximiliane-Wilhelmina von Hohenstein-Rautenberg'),
        topic: 'missing-cashback',
        subject:
          'Cash-back not credited for a trip of 3,480 €, order AT-88120 of Almaz Travel, booked on two devices by two people',
        opening: {
          text: 'Dear support,\n\nwe booked our honeymoon at Almaz Travel (order AT-88120, 3,480 €) and the cash-back was not credited. My husband activated it on his phone and I paid on my computer.\n\nKind regards\nMaximiliane-Wilhelmina von Hohenstein-Rautenberg',
        },
      }),
    ),
    mail(hours(5.2), {
      customer: somebody('en', 'Harold Pemberton'),
      topic: 'confirmation',
      subject: 'RE: Your purchase at Casa Azul is pending',
      opening: { text: outlookText, html: outlookHtml },
    }),
    mail(hours(2.4), {
      customer: somebody('ru', 'Инна Полякова'),
      topic: 'bug',
      subject: 'Ошибка при выплате, снимок внутри письма',
      opening: {
        text: 'Здравствуйте! Нажимаю «Заказать выплату» и вижу вот это:\n\n[снимок]\n\nВ другом браузере то же самое. Инна',
        html: '<div dir="ltr"><p>Здравствуйте! Нажимаю <b>«Заказать выплату»</b> и вижу вот это:</p><p><img src="cid:shot1@pochta.example" alt="снимок" width="320"></p><p>В другом браузере то же самое.</p><p>Инна</p></div>',
        files: [
          {
            name: 'снимок экрана.png',
            type: 'image/png',
            content: screenshotPng([0xd9, 0x30, 0x25], 2),
            contentId: 'shot1@pochta.example',
          },
        ],
      },
    }),
    mail(hours(30), {
      customer: somebody('en', 'Declan Byrne'),
      topic: 'payouts',
      subject: 'Payout to my new card',
      opening: {
        text: 'Hello,\n\nhow do I change the card for payouts? The old one expired.\n\nDeclan',
      },
      turns: [
        reply(
          70,
          'waiting',
          'Hello Declan,\n\nyou can change it under Settings → Payouts. The new card must be in your name.\n\nHave a good day!',
        ),
        {
          minutes: 3,
          does: 'bounce',
          error: '550 5.2.2 The recipient’s inbox is full',
          permanent: false,
        },
        {
          minutes: 25,
          does: 'note',
          text: 'Mailbox full. Try again tomorrow, there is no phone number on file.',
        },
      ],
    }),
    mail(days(2), {
      customer: somebody('en', 'Birgit Sandström'),
      topic: 'parcels',
      subject: 'Parcel LX882014557CN marked as delivered',
      opening: {
        text: 'Hello, my parcel LX882014557CN is marked as delivered, but it is not here. What can I do? Birgit',
      },
      agent: 'lucas',
      turns: [
        reply(
          150,
          'waiting',
          'Hello Birgit,\n\ncould you ask in the parcel shop next to the station? The carrier says it was left there.\n\nWe are here if you need us.',
        ),
        {
          minutes: 1,
          does: 'auto-reply',
          text: 'I am out of the office until Monday and read my mail irregularly. In urgent cases please call my colleagues.\n\nBirgit Sandström',
        },
      ],
    }),
    mail(days(1.6), {
      customer: somebody('en', 'Gloria Whitcombe', true),
      topic: 'account',
      subject: 'Two accounts in one household',
      opening: {
        text: 'Hello,\n\nmy husband and I both have an account, may we use the same card for payouts? I put him in copy.\n\nGloria Whitcombe',
      },
      turns: [
        reply(
          95,
          'waiting',
          'Hello Gloria,\n\nyes, as long as the names on both accounts are real. Could your husband confirm from his address that the second account is his?\n\nWe are here if you need us.',
        ),
        {
          minutes: 210,
          does: 'third-party',
          person: husband,
          text: 'Hello, I confirm: the account p.whitcombe is mine, opened in May.\n\nPeter Whitcombe',
        },
      ],
    }),
    mail(days(24), {
      customer: somebody('ru', 'Антон Кравец'),
      topic: 'missing-cashback',
      subject: 'Не начислен кэшбэк за заказ KP700412',
      opening: {
        text: 'Добрый день, не начислен кэшбэк за заказ KP700412 в ТехноГавань на 12 490 ₽. Антон',
      },
      agent: 'dmitry',
      turns: [
        reply(
          80,
          'closed',
          'Здравствуйте, Антон!\n\nМы отправили запрос в магазин, ответ придёт в течение 30 дней. Напишем сами.\n\nХорошего дня!',
        ),
        {
          minutes: days(23.1),
          does: 'customer',
          text: 'Добрый день, прошло больше трёх недель. Магазин ответил? В истории по-прежнему пусто.',
        },
      ],
    }),
    mail(days(1.1), {
      customer: { ...somebody('en', 'Royal Prize Office'), email: 'claim@lucky-prizes.example' },
      topic: 'other',
      subject: 'You have been selected!!! Claim 950,000 USD',
      opening: { text: prizeSpam },
      isSpam: true,
    }),
    mail(days(5), {
      customer: { ...somebody('en', 'SEO Growth Team'), email: 'hello@rank-higher.example' },
      topic: 'other',
      subject: 'Quick question about your website',
      opening: { text: newsletterSpam },
      isSpam: true,
    }),
    mail(hours(40), {
      customer: somebody('en', 'Noor van Dijk'),
      topic: 'confirmation',
      subject: 'Still pending: A6620194',
      opening: {
        text: 'Hi, A6620194 at Velo & Sohn is still pending. They told me it would be confirmed on the 25th. Noor',
      },
      turns: [
        reply(
          60,
          'open',
          'Hello Noor,\n\nthe shop checks its purchases on the 25th. I will look at it then and write to you.\n\nHave a good day!',
        ),
        { minutes: 1, does: 'snooze', hours: 72 },
      ],
    }),
    mail(hours(50), {
      customer: somebody('ru', 'Любовь Андреевна Соловьёва'),
      topic: 'payouts',
      subject: 'Комиссия при выводе на карту',
      opening: {
        text: 'Здравствуйте. С меня сняли комиссию 90 рублей, хотя вы пишете, что её нет. Почему?\n\nЛюбовь Андреевна',
      },
      agent: 'anna',
      turns: [
        { minutes: 65, does: 'claim' },
        {
          minutes: 4,
          does: 'note',
          text: 'Комиссия банка, не наша. Жду ответа провайдера, обещали сегодня.',
        },
        reply(
          6,
          'open',
          'Здравствуйте, Любовь Андреевна!\n\nСпасибо, что написали. Мы запросили провайдера, чья это комиссия, и ответим, как только узнаем.\n\nМы на связи.',
        ),
        { minutes: 5, does: 'status', status: 'on_hold' },
      ],
    }),
    mail(hours(26), {
      customer: somebody('en', 'Esther Amoah'),
      topic: 'legal',
      subject: 'Personal data of my late father',
      opening: {
        text: 'Dear Sir or Madam,\n\nmy father passed away in September. Please tell me how to close his account and delete his personal data, and what happens to the balance. I attach the certificate.\n\nEsther Amoah',
        files: [
          {
            name: 'certificate.pdf',
            type: 'application/pdf',
            content: receiptPdf(['Certificate', 'Copy for the purpose of closing an account']),
          },
        ],
      },
      agent: 'olga',
      turns: [
        { minutes: 30, does: 'priority', priority: 'high' },
        { minutes: 2, does: 'claim' },
        {
          minutes: 20,
          does: 'note',
          text: 'Please handle with care. Asked our lawyer which document we need; until then no standard text.',
        },
      ],
    }),
    waiting(somebody('ru', 'Кирилл Дёмин'), hours(6.6), [
      'Кэшбэк не начислен, второй раз пишу',
      'Здравствуйте! Заказ WX550871 в Лавке Садовода, 3 280 ₽, кэшбэк не начислен. Писал в чат, там тишина. Кирилл',
    ]),
    waiting(somebody('en', 'Abigail Stone'), hours(5.1), [
      'Missing cash-back, Sneaker Loft',
      'Hello, order 4410973 at Sneaker Loft for 129.90 € does not show up and no cashback was counted. Abigail',
    ]),
    waiting(somebody('en', 'Giorgio Bellini'), hours(4.4), [
      'Order A7719203 was not tracked',
      'Good morning, my order A7719203 at Toybox Lane was not credited. It was for 64.50 €. Giorgio',
    ]),
    waiting(somebody('ru', 'Эльвира Сафина'), hours(3.9), [
      'Не начислен кэшбэк за Chai House',
      'Добрый день, не начислен кэшбэк за заказ KP918820 в Chai House, 2 140 ₽. Эльвира',
    ]),
    waiting(somebody('en', 'Patrick Doyle'), hours(3.5), [
      'Cash-back not credited, BookHarbour',
      'Hi there, two books at BookHarbour, order 5571208, 31.80 €, not credited since Thursday. Patrick',
    ]),
    mail(days(1.3), {
      customer: somebody('en', 'Ilse Vermeulen'),
      topic: 'how-to',
      subject: 'How do I use it on two computers?',
      opening: {
        text: 'Hello, how do I use your extension on two computers with one account? Ilse',
      },
      turns: [
        reply(
          45,
          'waiting',
          'Hello Ilse,\n\ninstall it on both and sign in with the same address. Only one of them may be active while you pay. Does that answer your question?\n\nHave a good day!',
        ),
        {
          minutes: days(1.3) - 45 - 3,
          does: 'customer',
          text: 'It does, thank you! One more thing: does it also work in a private window?',
        },
      ],
    }),
  ];
};
