/** First lines of a forwarded mail, in the languages of the mail programs that write them. */
const forwardLine = new RegExp(
  [
    '^\\W*begin forwarded message',
    '^\\W*forwarded message',
    '^-{2,}\\s*(?:forwarded|original message forwarded|weitergeleitete|message transféré|mensaje reenviado|messaggio inoltrato|mensagem (?:encaminhada|reencaminhada)|doorgestuurd bericht|przekazana wiadomość|wiadomość przekazana|vidarebefordrat|videresendt|välitetty viesti|edelleenlähetetty|пересылаемое|пересланное|переслане|переслана|перенаправлен|転送|转发|轉寄|전달된|iletilen ileti|přeposlaná|továbbított|προωθημένο|mesaj redirecționat)',
    '^\\W*(?:anfang der weitergeleiteten|début du message (?:réexpédié|transféré)|inicio del mensaje reenviado|inizio messaggio inoltrato|início da mensagem (?:encaminhada|reencaminhada)|begin doorgestuurd bericht|początek przekazywanej wiadomości|vidarebefordrat brev|start på videresendt|начало (?:переадресованного|пересылаемого) (?:сообщения|письма)|початок (?:листа, що пересилається|переадресованого))',
    '^-{2,}\\s*(?:пересылаемое сообщение|перенаправленное сообщение|пересланное сообщение)',
  ].join('|'),
  'i',
);

/** True when what begins at `start` is handed on to be read, not quoted. */
export function isForwardStart(lines: readonly string[], start: number): boolean {
  const nearby = lines.slice(Math.max(0, start - 3), start + 3);
  return nearby.some((line) => forwardLine.test(line.slice(0, 200).replace(/^[>\s]+/, '')));
}
