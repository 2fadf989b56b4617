import type { Attachment } from '../../../schemas/attachment.ts';
import { networkFault } from '../network-fault.ts';
import { call, type Fault, type Group, statusFault } from './call.ts';

export type UploadType = 'IMAGE' | 'VIDEO' | 'AUDIO' | 'FILE';
type Uploaded = { readonly token: string } | { readonly fault: Fault };

const uploadMs = 40_000;

/** Asks where to put a file and puts it there; answers the token by which a message names it. */
export async function upload(
  group: Group,
  type: UploadType,
  file: Attachment & { readonly bytes: Uint8Array },
): Promise<Uploaded> {
  const asked = await call(group, 'me/fileUploadUrl', { query: { types: type } });
  if ('fault' in asked) return asked;
  const url = found(asked.answer, /url$/i, /^https?:/);
  if (url === undefined) return unusable('upload address');
  const body = new FormData();
  body.set('file', new Blob([new Uint8Array(file.bytes)], { type: file.type }), file.name);
  try {
    const signal = AbortSignal.timeout(uploadMs);
    const response = await group.fetch(url, { method: 'POST', body, redirect: 'error', signal });
    const answer: unknown = await response.json().catch(() => undefined);
    if (!response.ok)
      return { fault: { kind: 'retry', error: statusFault(response.status).error } };
    // Films and sounds have their token before they are there, pictures and files after.
    const token = found(answer, /^token$/, /./) ?? found(asked.answer, /^token$/, /./);
    return token === undefined ? unusable('token') : { token };
  } catch (error) {
    return { fault: { kind: 'retry', error: networkFault('ok', error).error } };
  }
}

const unusable = (what: string): { readonly fault: Fault } => ({
  fault: { kind: 'failed', error: `ok: gave no ${what}`, permanent: true },
});

/** The first text under such a name: the answers nest it by kind and by picture, and no page says how. */
function found(value: unknown, name: RegExp, form: RegExp, depth = 0): string | undefined {
  if (typeof value !== 'object' || value === null || depth > 6) return undefined;
  for (const [key, one] of Object.entries(value)) {
    if (typeof one === 'string' && name.test(key) && form.test(one)) return one;
    const inner = found(one, name, form, depth + 1);
    if (inner !== undefined) return inner;
  }
  return undefined;
}
