import type { MimePart } from '../mime/mime-part.ts';
import { readParameter } from '../mime/parameter.ts';
import { safeFileName } from './safe-file-name.ts';

const extensions: Readonly<Record<string, string>> = {
  'text/plain': 'txt',
  'text/html': 'html',
  'text/calendar': 'ics',
  'text/csv': 'csv',
  'text/vcard': 'vcf',
  'text/x-vcard': 'vcf',
  'text/rfc822-headers': 'txt',
  'message/rfc822': 'eml',
  'message/global': 'eml',
  'message/delivery-status': 'txt',
  'message/feedback-report': 'txt',
  'message/disposition-notification': 'txt',
  'image/jpeg': 'jpg',
  'image/jpg': 'jpg',
  'image/pjpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/heic': 'heic',
  'image/tiff': 'tiff',
  'image/svg+xml': 'svg',
  'application/pdf': 'pdf',
  'application/zip': 'zip',
  'application/msword': 'doc',
  'application/vnd.ms-excel': 'xls',
  'application/json': 'json',
  'application/xml': 'xml',
  'application/ms-tnef': 'dat',
  'application/pkcs7-mime': 'p7m',
  'application/x-pkcs7-mime': 'p7m',
  'application/pgp-encrypted': 'asc',
  'audio/mpeg': 'mp3',
  'audio/ogg': 'ogg',
  'audio/wav': 'wav',
  'video/mp4': 'mp4',
};

/** The name said by Content-Disposition, else by Content-Type, made safe; undefined if neither. */
export function saidFileName(part: MimePart): string | undefined {
  const said =
    readParameter(part.disposition, 'filename') ??
    readParameter(part.contentType, 'name') ??
    readParameter(part.disposition, 'name');
  const safe = said === undefined ? '' : safeFileName(said);
  return safe === '' ? undefined : safe;
}

/** `attachment-3.pdf`: `number` counts from 1. */
export function inventedFileName(type: string, number: number): string {
  return `attachment-${number}.${extensions[type] ?? 'bin'}`;
}
