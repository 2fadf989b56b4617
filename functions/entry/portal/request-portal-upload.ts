import type * as endpoints from '../../../schemas/api/portal.ts';
import { Problem } from '../../desk/problem.ts';
import type { Handler } from '../../http/types.ts';
import { portalOwner } from './create-request.ts';
import { passUploadFuse } from './fuses.ts';
import type { PortalDeps, Visitor } from './portal-deps.ts';

/** Strangers may send less than agents: half the size, and what a question needs. */
const maxBytes = 10 * 1024 * 1024;
const allowedTypes: ReadonlySet<string> = new Set([
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'image/heic',
  'image/avif',
  'application/pdf',
  'text/plain',
  'video/mp4',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
]);

export const requestPortalUpload =
  (deps: PortalDeps): Handler<typeof endpoints.requestPortalUpload, Visitor> =>
  async ({ body }, visitor) => {
    refuseUpload(body);
    await passUploadFuse(deps, visitor);
    return deps.uploads.grant(body, portalOwner);
  };

/** @throws Problem `upload.too-large`, `upload.type-refused` */
export const refuseUpload = ({ size, type }: { readonly size: number; readonly type: string }) => {
  if (size > maxBytes)
    throw new Problem(
      'too-large',
      'upload.too-large',
      `A file may have ${maxBytes / 1024 / 1024} MB at most.`,
    );
  if (!allowedTypes.has(type))
    throw new Problem(
      'unsupported-type',
      'upload.type-refused',
      'Send a picture, a PDF, a text, a Word or Excel document, or an MP4 video.',
    );
};
