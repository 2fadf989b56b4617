import { isOriginalMessageLine, isRule } from './separators.ts';

/** Field names of quoted header blocks by what they stand for, in the languages of mail programs. */
const from = words(
  'from von de da van od från fra lähettäjä от від ад feladó gönderen kimden από odesílatel odosielateľ ' +
    'expeditor od: pošiljatelj nuo no siuntėjas saatja מאת من 差出人 发件人 發件人 寄件者 寄件人 보낸사람 보낸이 từ dari',
);
const other = words(
  'sent date gesendet datum envoyé enviado enviada fecha inviato data verzonden wysłano skickat sendt dato ' +
    'lähetetty päivä päiväys отправлено дата надіслано адпраўлена elküldve dátum tarih gönderildi ημερομηνία ' +
    'εστάλη odesláno odoslané trimis poslano išsiųsta נשלח تاريخ 送信日時 日時 日付 发送时间 發送時間 寄件日期 日期 보낸날짜 날짜 gửi terkirim ' +
    'to an à para a aan do till til vastaanottaja кому címzett kime προς komu către kam kellele אל إلى 宛先 收件人 收件者 받는사람 đến kepada ' +
    'cc kopie kopia kopi kopio копия копія ccn ' +
    'subject betreff objet asunto oggetto assunto onderwerp temat ämne emne aihe тема tárgy konu θέμα předmět predmet ' +
    'subiect zadeva tema teema נושא الموضوع 件名 主题 主題 主旨 제목 chủđề perihal',
);

/**
 * Where a From/Sent/To/Subject block begins that has its From in line `at`; a rule or "Original
 * Message" right above belongs to it. Undefined when there is none.
 */
export function headerBlockStart(lines: readonly string[], at: number): number | undefined {
  const first = fieldName(lines[at] as string);
  if (first === undefined || !(from.has(first) || other.has(first))) return undefined;
  let fields = 1;
  let sawFrom = from.has(first);
  for (let next = at + 1, seen = 0; next < lines.length && seen < 8; next++) {
    const line = (lines[next] as string).trim();
    if (line === '') {
      if (fields > 1 || next > at + 2) break;
      continue;
    }
    seen++;
    const name = fieldName(line);
    if (name !== undefined && from.has(name)) sawFrom = true;
    if (name !== undefined && (from.has(name) || other.has(name))) fields++;
  }
  if (!sawFrom || fields < 3) return undefined;
  let start = at;
  for (let above = at - 1; above >= Math.max(0, at - 3); above--) {
    const line = (lines[above] as string).trim();
    if (isRule(line) || isOriginalMessageLine(line)) start = above;
    else if (line !== '') break;
  }
  return start;
}

/** The word before the colon, without bold marks and blanks. */
function fieldName(line: string): string | undefined {
  const match = /^[\s*_|\u200e\u200f]{0,6}([^:：\d<>@]{1,24}?)[\s*_]{0,4}[:：]/.exec(
    line.slice(0, 60),
  );
  return match?.[1]
    ?.toLowerCase()
    .replace(/\s(?:el|em|le|am|il|op|på|on)$/, '')
    .replace(/[\s*_]+/g, '');
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}
