import { type Signal, signal } from '@preact/signals';
import type { Output } from '../api/client.ts';
import { texts } from '../texts/texts.ts';

type Grant = Output<'requestUpload'>;
type AskGrant = (file: { name: string; type: string; size: number }) => Promise<Grant>;

/** A file on its way: `percent` advances while it is put; `grant` names it once it is there. */
export type Upload = {
  readonly key: number;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly percent: Signal<number>;
  readonly grant: Signal<string | undefined>;
  readonly problem: Signal<string | undefined>;
  /** Puts it again after a problem; missing when that cannot help. */
  readonly retry?: () => void;
};

/** Where files of a form stand together. */
export const isUploading = (uploads: readonly Upload[]): boolean =>
  uploads.some((upload) => !upload.grant.value && !upload.problem.value);
export const hasFailed = (uploads: readonly Upload[]): boolean =>
  uploads.some((upload) => upload.problem.value !== undefined);
export const grantsOf = (uploads: readonly Upload[]): string[] =>
  uploads.flatMap((upload) => upload.grant.value ?? []);

let last = 0;

/** `fetch` cannot tell how far an upload is; `XMLHttpRequest` can. */
const put = (grant: Grant, file: File, percent: Signal<number>): Promise<void> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('PUT', grant.url);
    for (const [name, value] of Object.entries(grant.headers))
      request.setRequestHeader(name, value);
    request.upload.onprogress = (event) => {
      percent.value = Math.round((event.loaded / Math.max(event.total, 1)) * 100);
    };
    request.onload = () =>
      request.status < 300 ? resolve() : reject(new Error(`upload answered ${request.status}`));
    request.onerror = () => reject(new Error('upload failed'));
    request.send(file);
  });

type Way = {
  askGrant: AskGrant;
  maxBytes: number;
  /** Why this file cannot be taken, before anything is sent. */
  refuse?: (file: File) => string | undefined;
};

/** Starts putting one file where the desk says. Never throws: what went wrong is in `problem`. */
export const startUpload = (file: File, { askGrant, maxBytes, refuse }: Way): Upload => {
  const words = texts.value.compose;
  const upload = {
    key: ++last,
    name: file.name,
    size: file.size,
    percent: signal(0),
    grant: signal<string | undefined>(undefined),
    problem: signal<string | undefined>(undefined),
  };
  if (file.size > maxBytes || file.size === 0) {
    const megabytes = String(maxBytes / 1024 / 1024);
    upload.problem.value =
      file.size === 0 ? words.emptyFile(file.name) : words.tooLarge(file.name, megabytes);
    return upload;
  }
  const refusal = refuse?.(file);
  if (refusal) {
    upload.problem.value = refusal;
    return upload;
  }
  const type = file.type || 'application/octet-stream';
  const run = async () => {
    upload.problem.value = undefined;
    upload.percent.value = 0;
    try {
      const grant = await askGrant({ name: file.name, type, size: file.size });
      await put(grant, file, upload.percent);
      upload.grant.value = grant.grant;
    } catch {
      upload.problem.value = words.uploadFailed(file.name);
    }
  };
  void run();
  return { ...upload, retry: () => void run() };
};
