import { createHash } from 'node:crypto';
import { mailLimits } from '../limits.ts';
import type { MimePart } from '../mime/mime-part.ts';
import type { AttachmentKind, MailAttachment } from '../parsed-mail.ts';
import { readTnef } from '../tnef/read-tnef.ts';
import { inventedFileName, saidFileName } from './file-name.ts';
import { partContent } from './read-text-part.ts';
import { safeFileName } from './safe-file-name.ts';

export interface AttachmentDraft {
  readonly name?: string;
  readonly type: string;
  readonly contentId?: string;
  readonly contentLocation?: string;
  readonly content: Buffer;
}

export interface TnefBody {
  readonly text?: string;
  readonly html?: string;
}

/** Files of a mail; what winmail.dat hides is unpacked in its place. */
export function draftAttachments(
  bytes: Buffer,
  parts: readonly MimePart[],
  problems: Set<string>,
): { drafts: AttachmentDraft[]; tnef?: TnefBody } {
  const drafts: AttachmentDraft[] = [];
  let tnef: TnefBody | undefined;
  for (const part of parts) {
    if (drafts.length >= mailLimits.attachments) {
      problems.add('too-many-attachments');
      break;
    }
    const content = partContent(bytes, part, problems);
    const name = saidFileName(part);
    const unpacked = isTnef(part.type, name) ? readTnef(content) : undefined;
    if (unpacked) {
      tnef ??= unpacked;
      drafts.push(...unpacked.files.slice(0, mailLimits.attachments));
      continue;
    }
    if (isTnef(part.type, name)) problems.add('tnef-unreadable');
    drafts.push({
      ...(name !== undefined && { name }),
      type: part.type,
      ...(part.contentId !== undefined && { contentId: part.contentId }),
      ...(part.contentLocation !== undefined && { contentLocation: part.contentLocation }),
      content,
    });
  }
  return { drafts: withoutDoubleInvitations(drafts), ...(tnef && { tnef }) };
}

/** Calendars send an invitation twice, to be shown and to be opened; where the bytes are the same, one is enough. */
const withoutDoubleInvitations = (drafts: readonly AttachmentDraft[]): AttachmentDraft[] => {
  const seen = new Set<string>();
  return drafts.filter(({ type, content }) => {
    if (type !== 'text/calendar' && type !== 'application/ics') return true;
    const hash = createHash('sha256').update(content).digest('hex');
    const isNew = !seen.has(hash);
    seen.add(hash);
    return isNew;
  });
};

/** Finishes drafts once it is known which of them the HTML shows. */
export function finishAttachments(
  drafts: readonly AttachmentDraft[],
  shown: ReadonlySet<number>,
): MailAttachment[] {
  return drafts.map((draft, index) => {
    const inline = shown.has(index);
    const named = safeFileName(draft.name ?? '');
    return {
      name: named === '' ? inventedName(draft, index + 1) : named,
      type: draft.type,
      size: draft.content.length,
      sha256: createHash('sha256').update(draft.content).digest('hex'),
      ...(draft.contentId !== undefined && { contentId: draft.contentId }),
      inline,
      kind: inline ? 'inline' : kindOf(draft.type, named),
      content: draft.content,
    };
  });
}

/** Finds the draft that a `cid:` means: by Content-ID, by Content-Location, by name. */
export function imageFinder(
  drafts: readonly AttachmentDraft[],
): (cid: string) => number | undefined {
  const byKey = new Map<string, number>();
  const remember = (key: string | undefined, index: number): void => {
    const plain = key?.replace(/^[\s<]+|[\s>]+$/g, '').toLowerCase();
    if (plain && !byKey.has(plain)) byKey.set(plain, index);
  };
  for (const [index, draft] of drafts.entries()) remember(draft.contentId, index);
  for (const [index, draft] of drafts.entries()) {
    remember(draft.contentLocation, index);
    remember(draft.name, index);
  }
  return (cid) => byKey.get(cid.trim().replace(/^<|>$/g, '').toLowerCase());
}

function inventedName(draft: AttachmentDraft, number: number): string {
  return draft.type === 'text/calendar' ? 'invite.ics' : inventedFileName(draft.type, number);
}

function kindOf(type: string, name: string): AttachmentKind {
  if (type === 'text/calendar' || type === 'application/ics') return 'calendar';
  if (isTnef(type, name)) return 'tnef';
  if (/^message\/(?:rfc822|global|partial)$/.test(type)) return 'message';
  if (/^application\/(?:x-)?pkcs7-mime$/.test(type) || /\.p7m$/i.test(name)) return 'smime';
  if (/^application\/pgp-encrypted$/.test(type) || /\.(?:pgp|gpg)$|^encrypted\.asc$/i.test(name))
    return 'pgp';
  return 'regular';
}

function isTnef(type: string, name: string | undefined): boolean {
  return /^application\/(?:vnd\.)?ms-tnef$/.test(type) || /^winmail\.dat$/i.test(name ?? '');
}
