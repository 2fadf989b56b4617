import { createHash } from 'node:crypto';
import type { Attachment } from '../../../schemas/attachment.ts';
import type { Incoming, IncomingFile } from '../../channels/channel.ts';
import { capabilities } from '../../channels/registry/capabilities.ts';
import { FetchRefused } from '../../channels/http/fetch-file.ts';
import { messageIdOf } from '../../desk/ids.ts';
import type { Inbound } from '../../desk/inbound.ts';
import { safeFileName } from '../../mail/parse/file-name.ts';
import { log } from '../../observe/log.ts';
import type { IntakeDeps } from './intake-deps.ts';

/** An item holds so many; a mail with more is complete in its raw form only. */
const filesMax = 60;
/** Puts at once: each holds its bytes in memory. */
const atOnce = 6;
/** From this delivery on, a file that cannot be fetched no longer holds back the message. */
const patience = 3;

type Stored = { readonly attachment?: Attachment; readonly missing?: string };

/**
 * Stores a message's files before the message, under keys made of its own key: repeating writes the same objects, and
 * a message never names a file that is not there.
 */
export async function storeFiles(
  deps: Pick<IntakeDeps, 'files' | 'download'>,
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
  const missing = stored.flatMap((file) => file.missing ?? []);
  return {
    ...inbound,
    text: [inbound.text, ...missing.map((name) => `[file could not be fetched: ${name}]`)]
      .filter((line) => line !== '')
      .join('\n'),
    attachments: [...inbound.attachments, ...stored.flatMap((file) => file.attachment ?? [])],
    flags: [
      ...inbound.flags,
      ...(missing.length > 0 ? ['file-missing'] : []),
      ...(files.length > filesMax ? ['files-left-out'] : []),
    ],
  };
}

async function storeFile(
  deps: Pick<IntakeDeps, 'files' | 'download'>,
  inbound: Inbound,
  { file, index, receiveCount }: { file: IncomingFile; index: number; receiveCount: number },
): Promise<Stored> {
  const content = await contentOf(deps, inbound, file, receiveCount);
  const name = safeFileName(file.name) || 'file';
  if (!content) return { missing: name };
  const key = `files/${messageIdOf(inbound.idempotencyKey)}/${index}`;
  const type = file.type.slice(0, 127);
  await deps.files.put(key, content, type);
  return {
    attachment: {
      name,
      type,
      size: content.length,
      sha256: createHash('sha256').update(content).digest('hex'),
      key,
      kind: file.kind,
      ...(file.inline && { inline: true }),
      ...(file.contentId && { contentId: file.contentId.slice(0, 255) }),
    },
  };
}

async function contentOf(
  deps: Pick<IntakeDeps, 'download'>,
  inbound: Inbound,
  file: IncomingFile,
  receiveCount: number,
): Promise<Uint8Array | undefined> {
  if ('content' in file) return file.content;
  if ((file.size ?? 0) > capabilities[inbound.channel].fileBytesIn) return undefined;
  try {
    return await deps.download(file.ref, inbound);
  } catch (error) {
    if (!(error instanceof FetchRefused)) throw error;
    const { channel, connectionId } = inbound;
    log.warn('intake.file.not-fetched', {
      channel,
      connectionId,
      receiveCount,
      because: error.code,
    });
    if (!error.isPermanent && receiveCount < patience) throw error;
    return undefined;
  }
}
