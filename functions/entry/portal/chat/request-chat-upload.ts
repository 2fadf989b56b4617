import type * as endpoints from '../../../../schemas/api/chat.ts';
import type { Handler } from '../../../http/types.ts';
import { chatUploadOwner } from '../../chat-upload-owner.ts';
import { passUploadFuse } from '../fuses.ts';
import type { PortalCaller, PortalDeps } from '../portal-deps.ts';
import { refuseUpload } from '../request-portal-upload.ts';
import { visitorFor } from './visitor.ts';

/** Only this conversation's messages may name the file. */
export const requestChatUpload =
  (deps: PortalDeps): Handler<typeof endpoints.requestChatUpload, PortalCaller> =>
  async ({ body: { token, ...file } }, caller) => {
    const visitor = await visitorFor(deps, token, caller);
    refuseUpload(file);
    await passUploadFuse(deps, caller);
    return deps.uploads.grant(file, chatUploadOwner(visitor));
  };
