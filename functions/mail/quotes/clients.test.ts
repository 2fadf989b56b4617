import { describe, expect, it } from 'vitest';
import { rawMail } from '../../../test/make/raw-mail.ts';
import { parseMail } from '../parse-mail.ts';

const answer = 'Thank you, that works.';
const ours = 'Have you tried it again?';

const parsed = (type: string, subject: string, body: string) =>
  parseMail(
    rawMail(
      'From: Ann <ann@example.com>',
      `Subject: =?utf-8?B?${Buffer.from(subject).toString('base64')}?=`,
      'In-Reply-To: <1@firstline.example>',
      `Content-Type: ${type}; charset=utf-8`,
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from(body).toString('base64').replace(/.{76}/g, '$&\r\n'),
    ),
  );
const visible = (type: string, body: string, subject = 'Re: x') =>
  parsed(type, subject, body).visibleText.trim();

/** How programs wrap what they quote, each cut to its bones. */
const html: readonly [string, string][] = [
  [
    'Gmail',
    `<div dir="ltr">${answer}</div><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">On Sun, Nov 22, 2026 at 10:00 AM Support &lt;<a href="mailto:s@x.example">s@x.example</a>&gt; wrote:<br></div><blockquote class="gmail_quote" style="margin:0">${ours}</blockquote></div>`,
  ],
  [
    'Gmail on Android',
    `<p dir="ltr">${answer}</p><div class="gmail_extra"><br><div class="gmail_quote">On 22 Nov 2026 10:00, "Support" wrote:<blockquote>${ours}</blockquote></div></div>`,
  ],
  [
    'Outlook on Windows',
    `<div class=WordSection1><p class=MsoNormal>${answer}<o:p></o:p></p><div><div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm'><p class=MsoNormal><b>From:</b> Support &lt;s@x.example&gt; <br><b>Sent:</b> Sunday, 22 November 2026 10:00<br><b>To:</b> Ann<br><b>Subject:</b> x<o:p></o:p></p></div></div><p class=MsoNormal>${ours}</p></div>`,
  ],
  [
    'Outlook on Windows in German',
    `<div class=WordSection1><p class=MsoNormal>${answer}</p><div style='border-top:solid #E1E1E1 1.0pt'><p class=MsoNormal><b>Von:</b> Support &lt;s@x.example&gt;<br><b>Gesendet:</b> Sonntag, 22. November 2026 10:00<br><b>An:</b> Ann<br><b>Betreff:</b> x</p></div><p>${ours}</p></div>`,
  ],
  [
    'Outlook on the web',
    `<div>${answer}</div><div id="appendonsend"></div><hr style="display:inline-block;width:98%" tabindex="-1"><div id="divRplyFwdMsg" dir="ltr"><font><b>From:</b> Support &lt;s@x.example&gt;<br><b>Sent:</b> Sunday<br><b>To:</b> Ann<br><b>Subject:</b> x</font></div><div>${ours}</div>`,
  ],
  [
    'Outlook on iOS',
    `<div>${answer}</div><div id="ms-outlook-mobile-signature">Get <a href="https://aka.ms/o0ukef">Outlook for iOS</a></div><div id="mail-editor-reference-message-container"><hr><div id="divRplyFwdMsg"><b>From:</b> Support<br></div>${ours}</div>`,
  ],
  [
    'Apple Mail',
    `<html><body>${answer}<br><div><br><blockquote type="cite"><div>On 22. Nov 2026, at 10:00, Support &lt;s@x.example&gt; wrote:</div><br><div>${ours}</div></blockquote></div></body></html>`,
  ],
  [
    'iPhone',
    `<html><body dir="auto">${answer}<br><br><div dir="ltr">Sent from my iPhone</div><div dir="ltr"><br><blockquote type="cite">On 22 Nov 2026, at 10:00, Support &lt;s@x.example&gt; wrote:<br><br></blockquote></div><blockquote type="cite"><div dir="ltr">${ours}</div></blockquote></body></html>`,
  ],
  [
    'Thunderbird',
    `<p>${answer}</p><div class="moz-cite-prefix">On 22.11.26 10:00, Support wrote:<br></div><blockquote type="cite" cite="mid:1@x.example"><p>${ours}</p></blockquote>`,
  ],
  [
    'Yahoo',
    `<div class="ydpx yahoo-style-wrap">${answer}</div><div id="ydp1yahoo_quoted_1" class="yahoo_quoted"><div>On Sunday, November 22, 2026, 10:00:00 AM GMT+1, Support wrote:</div><div>${ours}</div></div>`,
  ],
  [
    'Proton Mail',
    `<div>${answer}</div><div class="protonmail_quote">On Sunday, November 22nd, 2026 at 10:00, Support wrote:<br><blockquote class="protonmail_quote" type="cite">${ours}</blockquote></div>`,
  ],
  [
    'Samsung',
    `<div>${answer}</div><div id="composer_signature">Sent from my Galaxy</div><div><br></div><div style="font-size:100%"><!-- originalMessage --><div>-------- Original message --------</div><div>From: Support &lt;s@x.example&gt;</div><div>Date: 22/11/2026 10:00 (GMT+01:00)</div><div>To: Ann</div><div>Subject: x</div></div>${ours}`,
  ],
  [
    'Yandex',
    `<div>${answer}</div><div> </div><div>22.11.2026, 10:00, "Support" &lt;s@x.example&gt;:</div><blockquote><div>${ours}</div></blockquote>`,
  ],
  [
    'Mail.ru',
    `<div>${answer}</div><blockquote style="border-left:1px solid #0857A6">Воскресенье, 22 ноября 2026, 10:00 +03:00 от Support &lt;s@x.example&gt;:<br><div class="js-helper js-readmsg-msg">${ours}</div></blockquote>`,
  ],
  [
    'GMX',
    `<div>${answer}</div><div name="quote" style="margin:10px 5px 5px 10px"><div><b>Gesendet:</b> Sonntag, 22. November 2026 um 10:00 Uhr<br><b>Von:</b> Support &lt;s@x.example&gt;<br><b>An:</b> Ann<br><b>Betreff:</b> x</div><div name="quoted-content">${ours}</div></div>`,
  ],
  [
    'Zoho',
    `<div>${answer}</div><div class="zmail_extra_hr"></div><div class="zmail_extra"><div id="Zm-_Id_-Sgn1">---- On Sun, 22 Nov 2026 10:00:00 +0100 <b>Support &lt;s@x.example&gt;</b> wrote ----</div><blockquote>${ours}</blockquote></div>`,
  ],
  [
    'QQ',
    `<div>${answer}</div><div><br></div><div style="font-size: 12px;">------------------&nbsp;原始邮件&nbsp;------------------</div><div><b>发件人:</b> Support &lt;s@x.example&gt;;<br><b>发送时间:</b> 2026年11月22日(星期天) 上午10:00<br><b>收件人:</b> Ann<br><b>主题:</b> x</div><div>${ours}</div>`,
  ],
  [
    'Fastmail',
    `<div>${answer}</div><div><br></div><div>On Sun, 22 Nov 2026, at 10:00, Support wrote:<br></div><blockquote type="cite" id="fastmail-quoted">${ours}</blockquote>`,
  ],
  [
    'our own mail, renamed by Outlook on the web',
    `<div>${answer}</div><div class="x_firstline-ref-7-abcdefghijkl" data-firstline-ref="7.abcdefghijkl" style="display:none">[ref:7.abcdefghijkl]</div><div>${ours}</div>`,
  ],
];

describe('what an HTML mail quotes is folded, written by', () => {
  it.each(html)('%s', (_, body) => {
    const shown = visible('text/html', body);

    expect(shown).toContain(answer);
    expect(shown).not.toContain(ours);
  });
});

const date = '22.11.2026 10:00';
/** Phones and small programs in text, and the orders of words that test a language's verbs. */
const text: readonly [string, string][] = [
  [
    'an iPhone in English',
    `Sent from my iPhone\n\n> On 22 Nov 2026, at 10:00, S <s@x.example> wrote:\n> \n> ${ours}`,
  ],
  [
    'an iPhone in German',
    `Von meinem iPhone gesendet\n\n> Am 22.11.2026 um 10:00 schrieb S <s@x.example>:\n> \n> ${ours}`,
  ],
  [
    'an iPhone in French',
    `Envoyé de mon iPhone\n\n> Le 22 nov. 2026 à 10:00, S <s@x.example> a écrit :\n> \n> ${ours}`,
  ],
  [
    'an iPhone in Spanish',
    `Enviado desde mi iPhone\n\n> El 22 nov 2026, a las 10:00, S <s@x.example> escribió:\n> \n> ${ours}`,
  ],
  [
    'an iPhone in Italian',
    `Inviato da iPhone\n\n> Il giorno 22 nov 2026, alle ore 10:00, S <s@x.example> ha scritto:\n> \n> ${ours}`,
  ],
  [
    'an iPhone in Portuguese',
    `Enviado do meu iPhone\n\n> No dia 22/11/2026, às 10:00, S <s@x.example> escreveu:\n> \n> ${ours}`,
  ],
  [
    'an iPhone in Dutch',
    `Verstuurd vanaf mijn iPhone\n\n> Op 22 nov. 2026 om 10:00 heeft S <s@x.example> het volgende geschreven:\n> \n> ${ours}`,
  ],
  [
    'an iPhone in Polish',
    `Wysłane z iPhone'a\n\n> Wiadomość napisana przez S <s@x.example> w dniu 22.11.2026, o godz. 10:00:\n> \n> ${ours}`,
  ],
  [
    'an iPhone in Swedish',
    `Skickat från min iPhone\n\n> 22 nov. 2026 kl. 10:00 skrev S <s@x.example>:\n> \n> ${ours}`,
  ],
  [
    'an iPhone in Danish',
    `Sendt fra min iPhone\n\n> Den 22. nov. 2026 kl. 10.00 skrev S <s@x.example>:\n> \n> ${ours}`,
  ],
  [
    'an iPhone in Norwegian',
    `Sendt fra min iPhone\n\n> 22. nov. 2026 kl. 10:00 skrev S <s@x.example>:\n> \n> ${ours}`,
  ],
  [
    'an iPhone in Finnish',
    `Lähetetty iPhonesta\n\n> S <s@x.example> kirjoitti 22.11.2026 kello 10.00:\n> \n> ${ours}`,
  ],
  [
    'an iPhone in Russian',
    `Отправлено с iPhone\n\n> 22 нояб. 2026 г., в 10:00, S <s@x.example> написал(а):\n> \n> ${ours}`,
  ],
  [
    'an iPhone in Ukrainian',
    `Надіслано з iPhone\n\n> 22 лист. 2026 р. о 10:00 S <s@x.example> пише:\n> \n> ${ours}`,
  ],
  [
    'an iPhone in Japanese',
    `iPhoneから送信\n\n> 2026/11/22 10:00、S <s@x.example>のメール:\n> \n> ${ours}`,
  ],
  [
    'an iPhone in Chinese',
    `发自我的 iPhone\n\n> 在 2026年11月22日，10:00，S <s@x.example> 写道：\n> \n> ${ours}`,
  ],
  ['traditional Chinese', `S <s@x.example> 於 2026年11月22日 週日 上午10:00 寫道：\n\n> ${ours}`],
  ['Thunderbird in Spanish', `El 22/11/2026 a las 10:00, S escribió:\n> ${ours}`],
  ['Thunderbird in Italian', `Il 22/11/2026 10:00, S ha scritto:\n> ${ours}`],
  ['Thunderbird in Portuguese', `Em 22/11/2026 10:00, S escreveu:\n> ${ours}`],
  ['Thunderbird in Polish', `W dniu 22.11.2026 o 10:00, S pisze:\n> ${ours}`],
  ['Thunderbird in Dutch', `Op 22-11-2026 om 10:00 schreef S:\n> ${ours}`],
  ['Thunderbird in Swedish', `Den 2026-11-22 kl. 10:00, skrev S:\n> ${ours}`],
  ['Thunderbird in Ukrainian', `22.11.26 10:00, S пише:\n> ${ours}`],
  ['Thunderbird in Japanese', `On 2026/11/22 10:00, S wrote:\n> ${ours}`],
  [
    'Outlook in text',
    `-----Original Message-----\nFrom: S <s@x.example>\nSent: ${date}\nTo: Ann\nSubject: x\n\n${ours}`,
  ],
  [
    'Outlook in French text',
    `-----Message d'origine-----\nDe : S <s@x.example>\nEnvoyé : ${date}\nÀ : Ann\nObjet : x\n\n${ours}`,
  ],
  [
    'Outlook in traditional Chinese',
    `寄件者: S <s@x.example>\n寄件日期: ${date}\n收件者: Ann\n主旨: x\n\n${ours}`,
  ],
  ['a program that quotes without a word', `> ${ours}\n> S`],
  ['a signature under the quote', `On ${date}, S wrote:\n> ${ours}\n\n-- \nAnn Lee\nExample Ltd`],
];

describe('what a text quotes is folded, written by', () => {
  it.each(text)('%s', (_, below) => {
    const shown = visible('text/plain', `${answer}\n\n${below}\n`);

    expect(shown).toContain(answer);
    expect(shown).not.toContain(ours);
  });
});

describe('nothing that a person wrote is folded', () => {
  const inline = '> Which browser?\n\nFirefox.\n\n> Which version?\n\nThe newest.';

  it.each([
    ['answers between the lines', 'text/plain', `Hi,\n\nOn ${date}, S wrote:\n${inline}`, 'Re: x'],
    ['answers between the lines in Russian', 'text/plain', `${date}, S пишет:\n${inline}`, 'Re: x'],
    [
      'an answer below the quote',
      'text/plain',
      `On ${date}, S wrote:\n> ${ours}\n\nFirefox. The newest.`,
      'Re: x',
    ],
    [
      'a forward of Gmail',
      'text/plain',
      `See below.\n\n---------- Forwarded message ---------\nFrom: Bo <b@x.example>\nDate: ${date}\nSubject: x\nTo: Ann\n\nFirefox. The newest.`,
      'Fwd: x',
    ],
    [
      'a forward of Outlook',
      'text/plain',
      `See below.\n\nFrom: Bo <b@x.example>\nSent: ${date}\nTo: Ann\nSubject: x\n\nFirefox. The newest.`,
      'FW: x',
    ],
    [
      'a forward in Chinese',
      'text/plain',
      `看一下\n\n发件人: Bo <b@x.example>\n发送时间: ${date}\n收件人: Ann\n主题: x\n\nFirefox. The newest.`,
      '转发: x',
    ],
    [
      'a list of steps',
      'text/plain',
      `1. I opened:\n> File > Save\n2. Firefox. The newest.`,
      'Re: x',
    ],
  ])('%s', (_, type, body, subject) => {
    const shown = visible(type, body, subject);

    expect(shown).toContain('Firefox');
    expect(shown).toContain('newest');
  });

  it('in HTML with answers inside the quote', () => {
    const shown = visible(
      'text/html',
      `<div>See my answers below.</div><div class="moz-cite-prefix">On ${date}, S wrote:</div><blockquote type="cite"><p>Which browser?</p></blockquote><p>Firefox.</p><blockquote type="cite"><p>Which version?</p></blockquote><p>The newest.</p>`,
    );

    expect(shown).toContain('Firefox.');
    expect(shown).toContain('The newest.');
  });

  it('in a forward of HTML', () => {
    const shown = visible(
      'text/html',
      '<div>FYI</div><div class="gmail_quote"><div class="gmail_attr">---------- Forwarded message ---------<br>From: Bo &lt;b@x.example&gt;<br>Date: today<br>Subject: x<br>To: Ann</div><div>Firefox. The newest.</div></div>',
      'Fwd: x',
    );

    expect(shown).toContain('Firefox. The newest.');
  });
});
