import { type Desk, Refused } from './desk.ts';

/** A file on its way to the desk. */
export type Upload = {
  readonly key: string;
  readonly name: string;
  readonly size: number;
  /** 0 to 100. */
  readonly percent: number;
  /** Names it in a message, once it is there. */
  readonly grant?: string;
  /** Code of a problem, or `network`. */
  readonly fault?: string;
};

export const fileBytesMax = 10 * 1024 * 1024;

/** Asks for a link and puts the file; tells how far it is. Never rejects. */
export async function putFile(
  { desk, token, file }: { readonly desk: Desk; readonly token: string; readonly file: File },
  tell: (change: Pick<Upload, 'percent'> | Pick<Upload, 'grant' | 'fault'>) => void,
): Promise<void> {
  try {
    if (file.size > fileBytesMax) throw new Refused('upload.too-large');
    if (file.size === 0) throw new Refused('upload.empty');
    const { name, size, type } = file;
    const asked = {
      token,
      name: name.slice(0, 255),
      size,
      type: type || 'application/octet-stream',
    };
    const { url, headers, grant } = await desk('uploads', asked);
    await put(url, { headers, file, tell });
    tell({ grant });
  } catch (error) {
    tell({ fault: error instanceof Refused ? error.code : 'network' });
  }
}

type Putting = {
  readonly headers: Readonly<Record<string, string>>;
  readonly file: File;
  readonly tell: (change: Pick<Upload, 'percent'>) => void;
};

/** XMLHttpRequest, because fetch cannot say how much has left. */
const put = (url: string, { headers, file, tell }: Putting): Promise<void> =>
  new Promise((done, failed) => {
    const request = new XMLHttpRequest();
    request.open('PUT', url);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total }) =>
      tell({ percent: Math.round((loaded / total) * 100) });
    request.onload = () =>
      request.status < 300 ? done() : failed(new Error(String(request.status)));
    request.onerror = () => failed(new Error('network'));
    request.ontimeout = () => failed(new Error('timeout'));
    request.send(file);
  });
