const originalMessage = new RegExp(
  '^[-_=*\\s]{2,40}(?:' +
    [
      'original message',
      'original appointment',
      'reply message',
      'ursprüngliche nachricht|ursprungliche nachricht|originalnachricht|original-nachricht',
      "message d['’]origine|message original|message initial",
      'mensaje original',
      'messaggio originale',
      'mensagem original',
      'oorspronkelijk bericht|origineel bericht',
      'wiadomość oryginalna|oryginalna wiadomość|treść oryginalnej wiadomości',
      'ursprungligt meddelande|originalmeddelande',
      'oprindelig meddelelse|original meddelelse',
      'opprinnelig melding|original melding',
      'alkuperäinen viesti',
      'исходное сообщение|оригинальное сообщение|исходное письмо',
      'вихідне повідомлення|оригінальне повідомлення',
      'původní zpráva|pôvodná správa',
      'eredeti üzenet',
      'mesaj original|mesajul original',
      'orijinal mesaj|orijinal ileti|özgün ileti',
      'αρχικό μήνυμα',
      'originalna poruka|izvirno sporočilo',
      '元のメッセージ|original message',
      '原始邮件|原始郵件|原始信件|邮件原件',
      '원본 메시지|원본 메일',
      'pesan asli|tin nhắn gốc',
    ].join('|') +
    ')[-_=*:\\s]{0,40}$',
  'i',
);

/** "-----Original Message-----" and its sisters. */
export function isOriginalMessageLine(line: string): boolean {
  return line.length < 140 && originalMessage.test(line);
}

/** The line Outlook draws above a quoted header block. */
export function isRule(line: string): boolean {
  return /^(?:_{5,100}|-{5,100}|\*{5,100}|={5,100})$/.test(line);
}
