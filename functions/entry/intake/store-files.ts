import { createHash } from 'node:crypto';
import type { Attachment } from '../../../schemas/attachment.ts';
import type { Incoming, IncomingFile } from '../../channels/channel.ts';
import { FetchRefused } from '../../channels/http/fetch-file.ts';
import { capabilities } from '../../channels/registry/capabilities.ts';
import { sniffType } from '../../desk/files/sniff-type.ts';
import { messageIdOf } from '../../desk/ids.ts';
import type { Inbound } from '../../desk/inbound.ts';
import { safeFileName } from '../../mail/parse/safe-file-name.ts';
import { log } from '../../observe/log.ts';
import { ScanFailed } from '../../storage/scan-file.ts';
import type { IntakeDeps } from './intake-deps.ts';
import { flagOf, type Refusal, refusalLines } from './refused-files.ts';

type Deps = Pick<IntakeDeps, 'files' | 'download' | 'scan'>;

/** An item holds so many; a mail with more is complete in its raw form only. */
const filesMax = 60;
/** Puts at once: each holds its bytes in memory. */
const atOnce = 6;
/** From this delivery on, a file that cannot be fetched or scanned no longer holds back the message. */
const patience = 3;

type Stored = { readonly attachment: Attachment } | { readonly refusal: Refusal };
type Coming = {
  readonly file: IncomingFile;
  readonly index: number;
  readonly receiveCount: number;
};

/**
 * Stores a message's files before the message, under keys made of its own key: repeating writes the same objects, and
 * a message never names a file that is not there. A file that is not kept is named in the message, with the reason.
 */
export async function storeFiles(
  deps: Deps,
  { inbound, files }: Incoming,
  receiveCount: number,
): Promise<Inbound> {
  if (files.length === 0) return inbound;
  const kept = files.slice(0, filesMax);
  const stored: Stored[] = [];
  for (let start = 0; start < kept.length; start += atOnce)
    stored.push(
      ...(await Promise.all(
        kept
          .slice(start, start + atOnce)
          .map((file, index) =>
            storeFile(deps, inbound, { file, index: start + index, receiveCount }),
          ),
      )),
    );
  const refusals = [
    ...stored.flatMap((one) => ('refusal' in one ? [one.refusal] : [])),
    ...files.slice(filesMax).map((file) => ({ name: nameOf(file), why: 'left-out' as const })),
  ];
  const flags = new Set(refusals.map(({ why }) => flagOf(why)));
  return {
    ...inbound,
    text: [inbound.text, ...refusalLines(refusals)].filter((line) => line !== '').join('\n'),
    attachments: [
      ...inbound.attachments,
      ...stored.flatMap((one) => ('attachment' in one ? [one.attachment] : [])),
    ],
    flags: [...inbound.flags, ...[...flags].filter((flag) => !inbound.flags.includes(flag))],
  };
}

const nameOf = (file: IncomingFile) => safeFileName(file.name) || 'file';

async function storeFile(deps: Deps, inbound: Inbound, coming: Coming): Promise<Stored> {
  const { file } = coming;
  const name = nameOf(file);
  const content = await contentOf(deps, inbound, coming);
  if (typeof content === 'string') return { refusal: { name, why: content } };
  const why = await verdictOn(deps, content, coming);
  if (why) return { refusal: { name, why } };
  const sha256 = createHash('sha256').update(content).digest('hex');
  const key = `files/${messageIdOf(inbound.idempotencyKey)}/${placeOf(inbound, coming, sha256)}`;
  const type = sniffType(content, file.type);
  await deps.files.put(key, content, type);
  return {
    attachment: {
      name,
      type,
      size: content.length,
      sha256,
      key,
      kind: file.kind,
      ...(file.inline && { inline: true }),
      ...(file.contentId && { contentId: file.contentId.slice(0, 255) }),
    },
  };
}

/** Events of one call bring files one after the other, under one key: each is called by its content. */
const placeOf = ({ call }: Inbound, { index }: Coming, sha256: string) =>
  call ? sha256.slice(0, 16) : String(index);

/** The bytes, or why there are none. @throws FetchRefused while they may still come */
async function contentOf(
  deps: Pick<Deps, 'download'>,
  inbound: Inbound,
  { file, receiveCount }: Coming,
): Promise<Uint8Array | Refusal['why']> {
  if ('content' in file) return file.content;
  if ((file.size ?? 0) > capabilities[inbound.channel].fileBytesIn) return 'too-large';
  try {
    return await deps.download(file.ref, inbound);
  } catch (error) {
    if (!(error instanceof FetchRefused)) throw error;
    const { channel, connectionId } = inbound;
    const because = error.code;
    log.warn('intake.file.not-fetched', { channel, connectionId, receiveCount, because });
    if (!error.isPermanent && receiveCount < patience) throw error;
    return because === 'too-large' ? 'too-large' : 'missing';
  }
}

/** Why a file must not be kept. @throws ScanFailed while the scanner may come back: unscanned is not clean */
async function verdictOn(
  { scan }: Pick<Deps, 'scan'>,
  content: Uint8Array,
  { receiveCount }: Coming,
): Promise<Refusal['why'] | undefined> {
  if (!scan) return undefined;
  try {
    const scanned = await scan(content);
    if (scanned.verdict === 'infected') log.warn('intake.file.infected', { because: scanned.name });
    return scanned.verdict === 'infected' ? 'virus' : undefined;
  } catch (error) {
    if (!(error instanceof ScanFailed)) throw error;
    log.warn('intake.file.not-scanned', { receiveCount }, error);
    if (receiveCount < patience) throw error;
    return 'unscanned';
  }
}
