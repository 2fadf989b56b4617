import * as z from 'zod';
import type { Attachment } from '../../../schemas/attachment.ts';
import { networkFault } from '../network-fault.ts';
import { type Called, type Community, call, type Fault, statusFault } from './call.ts';

const Server = z.object({ upload_url: z.url({ protocol: /^https?$/ }) });
const UploadedPhoto = z.object({
  server: z.union([z.int(), z.string()]),
  /** `[]` when VK could make no picture of it. */
  photo: z.string().min(3),
  hash: z.string(),
});
const UploadedFile = z.object({ file: z.string().min(1) });
const Stored = z.object({
  id: z.int(),
  owner_id: z.int(),
  access_key: z.string().optional(),
});
const SavedDocument = z.union([
  z.object({ doc: Stored }).transform(({ doc }) => doc),
  z.object({ audio_message: Stored }).transform(({ audio_message: voice }) => voice),
]);

type File = Attachment & { readonly bytes: Uint8Array };
type Uploaded = { readonly attachment: string } | { readonly fault: Fault };

const photoTypes = /^image\/(?:jpeg|png|gif)$/;
const uploadMs = 40_000;

/** Puts a file on VK's servers for one conversation; answers what messages.send calls it. */
export async function upload(community: Community, peer: string, file: File): Promise<Uploaded> {
  if (!photoTypes.test(file.type)) return uploadDocument(community, peer, file);
  const photo = await uploadPhoto(community, peer, file);
  // Not all bytes that call themselves a picture are one, and some pictures are too long for VK.
  const isRefused = 'fault' in photo && photo.fault.kind === 'failed' && photo.fault.permanent;
  return isRefused ? uploadDocument(community, peer, file) : photo;
}

async function uploadPhoto(community: Community, peer: string, file: File): Promise<Uploaded> {
  const server = await call(community, 'photos.getMessagesUploadServer', { peer_id: peer });
  const sent = await post(community, server, ['photo', file]);
  if ('fault' in sent) return sent;
  const photo = UploadedPhoto.safeParse(sent.response).data;
  if (!photo) return unusable('photo');
  const saved = await call(community, 'photos.saveMessagesPhoto', photo);
  if ('fault' in saved) return saved;
  const [stored] = z.array(Stored).safeParse(saved.response).data ?? [];
  return stored ? { attachment: nameOf('photo', stored) } : unusable('photo');
}

async function uploadDocument(community: Community, peer: string, file: File): Promise<Uploaded> {
  const server = await call(community, 'docs.getMessagesUploadServer', {
    type: 'doc',
    peer_id: peer,
  });
  const sent = await post(community, server, ['file', file]);
  if ('fault' in sent) return sent;
  const uploaded = UploadedFile.safeParse(sent.response).data;
  if (!uploaded) return unusable('file');
  const saved = await call(community, 'docs.save', { file: uploaded.file, title: file.name });
  if ('fault' in saved) return saved;
  const stored = SavedDocument.safeParse(saved.response).data;
  return stored ? { attachment: nameOf('doc', stored) } : unusable('file');
}

const unusable = (what: string): { readonly fault: Fault } => ({
  fault: { kind: 'failed', error: `vk: took no ${what}`, permanent: true },
});

const nameOf = (kind: string, { owner_id: owner, id, access_key: key }: z.infer<typeof Stored>) =>
  [`${kind}${owner}_${id}`, ...(key ? [key] : [])].join('_');

/** Upload addresses are for one conversation and soon over: asked for each time. Uploading again harms nothing. */
async function post(
  { fetch }: Community,
  asked: Called,
  [field, file]: readonly [string, File],
): Promise<Called> {
  if ('fault' in asked) return asked;
  const url = Server.safeParse(asked.response).data?.upload_url;
  if (url === undefined) return unusable('file: no upload address');
  const body = new FormData();
  const blob = new Blob([new Uint8Array(file.bytes)], { type: file.type });
  body.set(field, blob, file.name);
  try {
    const signal = AbortSignal.timeout(uploadMs);
    const response = await fetch(url, { method: 'POST', body, redirect: 'error', signal });
    const answer: unknown = await response.json().catch(() => undefined);
    return answer === undefined
      ? { fault: { ...statusFault(response.status), kind: 'retry' } as Fault }
      : { response: answer };
  } catch (error) {
    return { fault: { kind: 'retry', error: networkFault('vk', error).error } };
  }
}
