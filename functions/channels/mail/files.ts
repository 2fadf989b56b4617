import type { ParsedMail } from '../../mail/parsed-mail.ts';
import type { IncomingFile } from '../channel.ts';

/** In the order of the mail: its HTML names pictures by their place here. */
export const filesOf = (mail: ParsedMail): IncomingFile[] =>
  mail.attachments.map(({ name, type, kind, inline, contentId, content }) => ({
    name,
    type,
    kind,
    inline: inline || undefined,
    contentId,
    content,
  }));
