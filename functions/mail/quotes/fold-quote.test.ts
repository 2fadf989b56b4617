import { describe, expect, it } from 'vitest';
import { foldQuote } from './fold-quote.ts';

const answer = 'Thank you, that works.';

/** Attributions as mail programs of each language write them. */
const attributions: readonly [string, string][] = [
  ['English', 'On Sun, Nov 22, 2026 at 10:00 AM Support <support@firstline.example> wrote:'],
  [
    'English, broken',
    'On Sun, Nov 22, 2026 at 10:00 AM Support\n<support@firstline.example>\nwrote:',
  ],
  ['German', 'Am So., 22. Nov. 2026 um 10:00 Uhr schrieb Support <support@firstline.example>:'],
  ['French', 'Le dim. 22 nov. 2026 à 10:00, Support <support@firstline.example>\na écrit :'],
  ['Spanish', 'El dom, 22 nov 2026 a las 10:00, Support (<support@firstline.example>) escribió:'],
  [
    'Italian',
    'Il giorno dom 22 nov 2026 alle ore 10:00 Support <support@firstline.example> ha scritto:',
  ],
  [
    'Portuguese',
    'Em dom., 22 de nov. de 2026 às 10:00, Support <support@firstline.example> escreveu:',
  ],
  ['Dutch', 'Op zo 22 nov 2026 om 10:00 schreef Support <support@firstline.example>:'],
  ['Polish', 'niedz., 22 lis 2026 o 10:00 Support <support@firstline.example> napisał(a):'],
  ['Swedish', 'Den sön 22 nov. 2026 kl 10:00 skrev Support <support@firstline.example>:'],
  ['Danish', 'Den søn. 22. nov. 2026 kl. 10.00 skrev Support <support@firstline.example>:'],
  ['Norwegian', 'søn. 22. nov. 2026 kl. 10:00 skrev Support <support@firstline.example\n>:'],
  ['Finnish', 'su 22. marrask. 2026 klo 10.00 Support (support@firstline.example) kirjoitti:'],
  ['Russian', 'вс, 22 нояб. 2026 г. в 10:00, Support <support@firstline.example>:'],
  [
    'Russian, old',
    '22 ноября 2026 г., 10:00 пользователь Support <support@firstline.example>\nнаписал:',
  ],
  ['Russian, Thunderbird', '22.11.2026 10:00, Support пишет:'],
  ['Ukrainian', 'нд, 22 лист. 2026 р. о 10:00 Support <support@firstline.example> пише:'],
  ['Czech', 'ne 22. 11. 2026 v 10:00 odesílatel Support <support@firstline.example> napsal:'],
  [
    'Hungarian',
    'Support <support@firstline.example> ezt írta (időpont: 2026. nov. 22., V, 10:00):',
  ],
  ['Romanian', 'În dum., 22 nov. 2026 la 10:00, Support <support@firstline.example> a scris:'],
  ['Turkish', 'Support <support@firstline.example>, 22 Kas 2026 Paz, 10:00 tarihinde şunu yazdı:'],
  [
    'Greek',
    'Στις Κυρ 22 Νοε 2026 στις 10:00 π.μ., ο χρήστης Support <support@firstline.example> έγραψε:',
  ],
  ['Japanese', '2026年11月22日(日) 10:00 Support <support@firstline.example>:'],
  ['Chinese', 'Support <support@firstline.example> 于2026年11月22日周日 10:00写道：'],
  ['Korean', '2026년 11월 22일 (일) 오전 10:00, Support <support@firstline.example>님이 작성:'],
];

describe('an attribution is folded with what it heads', () => {
  it.each(attributions)('%s', (_, attribution) => {
    const text = `${answer}\n\n${attribution}\n\n> Have you tried it again?\n> Support\n`;

    const fold = foldQuote(text);

    expect(fold.visibleText).toBe(answer);
    expect(text.slice(fold.quotedFrom)).toMatch(new RegExp(`^.{0,4}${attribution.slice(0, 5)}`));
  });
});

/** Field names of Outlook and its sisters: From, Sent, To, Subject. */
const blocks: readonly [string, string[]][] = [
  ['English', ['From', 'Sent', 'To', 'Subject']],
  ['German', ['Von', 'Gesendet', 'An', 'Betreff']],
  ['French', ['De', 'Envoyé', 'À', 'Objet']],
  ['Spanish', ['De', 'Enviado el', 'Para', 'Asunto']],
  ['Italian', ['Da', 'Inviato', 'A', 'Oggetto']],
  ['Portuguese', ['De', 'Enviada em', 'Para', 'Assunto']],
  ['Dutch', ['Van', 'Verzonden', 'Aan', 'Onderwerp']],
  ['Polish', ['Od', 'Wysłano', 'Do', 'Temat']],
  ['Swedish', ['Från', 'Skickat', 'Till', 'Ämne']],
  ['Danish', ['Fra', 'Sendt', 'Til', 'Emne']],
  ['Norwegian', ['Fra', 'Dato', 'Til', 'Emne']],
  ['Finnish', ['Lähettäjä', 'Lähetetty', 'Vastaanottaja', 'Aihe']],
  ['Russian', ['От', 'Отправлено', 'Кому', 'Тема']],
  ['Ukrainian', ['Від', 'Надіслано', 'Кому', 'Тема']],
  ['Japanese', ['差出人', '送信日時', '宛先', '件名']],
  ['Chinese', ['发件人', '发送时间', '收件人', '主题']],
  ['Korean', ['보낸 사람', '보낸 날짜', '받는 사람', '제목']],
];

describe('a header block is folded with what it heads', () => {
  it.each(blocks)('%s', (_, [from, sent, to, subject]) => {
    const block = `${from}: Support <s@firstline.example>\n${sent}: 22.11.2026 10:00\n${to}: Ann\n${subject}: Money`;

    expect(foldQuote(`${answer}\n\n${block}\n\nHave you tried it?`).visibleText).toBe(answer);
  });
});

describe('other beginnings of a quote', () => {
  it.each([
    [
      'a rule above the block',
      '________________________________\nFrom: S <s@x.example>\nSent: today\nTo: Ann\n\nold',
    ],
    ['Original Message', '-----Original Message-----\nold'],
    ['Original Message in German', '-------- Ursprüngliche Nachricht --------\nold'],
    ['Original Message in Russian', '-------- Исходное сообщение --------\nold'],
    ['bare quoted lines', '> old\n> older'],
    ['our marker', '[ref:1042.abcdefghijkl]\n\nold'],
  ])('%s', (_, quote) => {
    expect(foldQuote(`${answer}\n\n${quote}`).visibleText).toBe(answer);
  });

  it('is where the markup says', () => {
    expect(foldQuote(`${answer}\nold words`, { quoteAt: answer.length + 1 })).toMatchObject({
      visibleText: answer,
      quotedFrom: answer.length + 1,
    });
  });

  it('tells the markers it met', () => {
    expect(foldQuote('Hi\n> [ref:1042.abcdefghijkl]').markers).toEqual(['1042.abcdefghijkl']);
  });
});

describe('nothing is folded', () => {
  it.each([
    ['of answers between the lines', 'On 22 Nov 2026, S wrote:\n> one?\nYes.\n> two?\nNo.'],
    [
      'of an answer under the quote',
      'Hi\nOn 22 Nov 2026, S wrote:\n> Have you tried it?\n\nYes, I have.',
    ],
    [
      'of a forward',
      'See below\n\n---------- Forwarded message ---------\nFrom: B <b@x.example>\nDate: today\nSubject: x\nTo: Ann\n\nwords',
    ],
    [
      'of Apple’s forward',
      'See\n\nBegin forwarded message:\n\n> From: B <b@x.example>\n> Subject: x\n>\n> words',
    ],
    [
      'of a forward in Russian',
      'См.\n\n-------- Пересылаемое сообщение --------\nОт: B <b@x.example>\nДата: 1.1.2026\nКому: A\n\nслова',
    ],
    ['when nothing else would be left', '> only a quote'],
    ['of a list of fields in a first mail', 'From: Berlin\nTo: Paris\nPlease book.'],
    ['of a sentence that ends in a colon', 'My sister wrote:\nplease pay me.'],
  ])('%s', (_, text) => {
    expect(foldQuote(text)).toMatchObject({ visibleText: text });
  });

  it('of a forward that only the subject betrays', () => {
    const text = 'Please look.\n\nVon: B\nGesendet: heute\nAn: A\nBetreff: x\n\nwords';

    expect(foldQuote(text, { subject: 'WG: x' }).visibleText).toBe(text);
  });
});
