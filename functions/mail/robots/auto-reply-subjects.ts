/** How out-of-office answers begin their subject, by language. */
const starts = new RegExp(
  '^\\s*(?:\\[[^\\]]{0,40}\\]\\s*)?(?:re\\s*:\\s*)?["\'*]{0,2}(?:' +
    [
      'auto(?:matic|mated)?[\\s-]?(?:reply|response|responder|answer)\\b',
      'autoreply',
      'auto\\s?:',
      'out[\\s-]of[\\s-](?:the[\\s-])?office',
      'ooo\\s?:|away from (?:my )?(?:office|mail|desk)',
      'vacation (?:reply|message|notice|response)',
      'i am (?:out of|away from) the office',
      'automatische (?:antwort|beantwortung|reactie|e-?mail)',
      'abwesenheit|abwesend|autom\\. antwort|auto-antwort|außer haus',
      "r[ée]ponse automatique|absence du bureau|message d['’]absence|absent du bureau",
      'respuesta autom[áa]tica|fuera de (?:la )?oficina|ausente de la oficina',
      'risposta automatica|fuori (?:sede|ufficio)|assente dall',
      'resposta autom[áa]tica|fora do escrit[óo]rio|aus[êe]ncia tempor[áa]ria',
      'afwezig(?:heid)?\\b|automatisch antwoord|niet aanwezig',
      'odpowied[źz] automatyczna|autoodpowied[źz]|automatyczna odpowied[źz]|poza biurem|nieobecno[śs][ćc]',
      'autosvar|automatiskt? svar|automatisk svar|fr[åa]nvaro|ikke til stede|frav[æa]r',
      'automaattinen vastaus|poissaoloilmoitus|poissa',
      'автоответ|автоматическ(?:ий|ое) (?:ответ|сообщение|уведомление об отсутствии)|нет на рабочем месте|отсутствую',
      'автов[іи]дпов[іи]дь|автоматична в[іи]дпов[іи]дь',
      'automatick[áa] odpov[ěe][ďd]|automatick[áa] odpove[ďd]|mimo kancel[áa][řr]',
      'automatikus v[áa]lasz|h[áa]zon k[íi]v[üu]l',
      'r[ăa]spuns automat|otomatik yan[ıi]t|αυτόματη απάντηση|automatski odgovor|samodejni odgovor',
      '自動(?:返信|応答|回覆)|自动(?:回复|答复)|不在(?:通知|のお知らせ)|자동\\s?(?:응답|회신)|부재중',
      'רד\\b|תשובה אוטומטית|رد تلقائي|trả lời tự động|balasan otomatis',
    ].join('|') +
    ')',
  'i',
);

export function isAutoReplySubject(subject: string): boolean {
  return starts.test(subject.slice(0, 200));
}
