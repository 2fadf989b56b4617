import { createHash, randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { UploadGrant, UploadRequest } from '../../schemas/api/views.ts';
import { type Attachment, maxMessageBytes } from '../../schemas/attachment.ts';
import { invalid, Problem } from '../desk/problem.ts';
import { safeFileName } from '../mail/parse/safe-file-name.ts';
import { readToken, type Secrets, signToken } from '../secrets/signed-token.ts';
import type { ObjectStore } from '../storage/object-store.ts';
import { linkSeconds, type SignedLinks } from '../storage/signed-links.ts';
import { typeToServe } from './content-disposition.ts';

/** A file may wait for its reply for a day; the bucket forgets what is left below `uploads/` after two. */
const grantMilliseconds = 24 * 3_600_000;

/** Short names: ten grants travel in one request. */
const Grant = z.object({
  k: z.string(),
  n: z.string(),
  t: z.string(),
  s: z.number().int(),
  o: z.string(),
});

export type Uploads = {
  /** A link for one file; only `owner` may name the grant later. */
  readonly grant: (file: UploadInput, owner: string) => Promise<z.input<typeof UploadGrant>>;
  /**
   * The named files as attachments, copied below `folder` so that the same request again writes the same keys.
   * @throws Problem `upload.invalid`, `upload.missing`, `upload.wrong-size`, `upload.too-large`
   */
  readonly take: (
    grants: readonly string[],
    as: { readonly owner: string; readonly folder: string },
  ) => Promise<readonly Attachment[]>;
};
type UploadInput = z.output<typeof UploadRequest>;

type UploadParts = {
  readonly files: ObjectStore;
  readonly links: Pick<SignedLinks, 'toPut'>;
  readonly signingSecrets: () => Promise<Secrets>;
  /** Epoch milliseconds. */
  readonly now: () => number;
};

/** Files go from the browser to the bucket; the functions see them once, when a message names them. */
export const newUploads = ({ files, links, signingSecrets, now }: UploadParts): Uploads => ({
  grant: async ({ name, size, type: declared }, owner) => {
    const type = typeToServe(declared);
    const key = `uploads/${randomUUID()}`;
    const { url, headers } = await links.toPut(key, { size, type });
    const grant = signToken({
      secrets: await signingSecrets(),
      purpose: 'upload',
      claims: { k: key, n: safeFileName(name) || 'file', t: type, s: size, o: owner },
      expiresAt: now() + grantMilliseconds,
    });
    return { grant, url, headers, expiresAt: new Date(now() + linkSeconds * 1000).toISOString() };
  },

  take: async (tokens, { owner, folder }) => {
    if (tokens.length === 0) return [];
    const secrets = await signingSecrets();
    const grants = tokens.map((token) => {
      const grant = readToken({ secrets, purpose: 'upload', token, schema: Grant, now: now() });
      if (grant?.o === owner) return grant;
      throw invalid(
        'upload.invalid',
        'A file’s permission is not valid or has expired. Attach the file again.',
      );
    });
    if (grants.reduce((sum, grant) => sum + grant.s, 0) > maxMessageBytes)
      throw new Problem(
        'too-large',
        'upload.too-large',
        `The files of one message may have ${maxMessageBytes / 1024 / 1024} MB together.`,
      );
    const attachments: Attachment[] = [];
    // One after the other: the function holds one file at a time.
    for (const [index, { k, n, t, s }] of grants.entries()) {
      const bytes = await readUploaded(files, { key: k, name: n, size: s });
      const key = `${folder}/${index}`;
      await files.put(key, bytes, t);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      attachments.push({ name: n, type: t, size: s, sha256, key, kind: 'regular' });
    }
    return attachments;
  },
});

const readUploaded = async (
  files: ObjectStore,
  { key, name, size }: { readonly key: string; readonly name: string; readonly size: number },
): Promise<Uint8Array> => {
  const facts = await files.head(key);
  if (facts && facts.size !== size)
    throw invalid(
      'upload.wrong-size',
      `The file "${name}" is not the one that was announced. Attach it again.`,
    );
  const bytes = facts && (await files.get(key));
  if (!bytes)
    throw invalid('upload.missing', `The file "${name}" did not arrive. Attach it again.`);
  return bytes;
};
