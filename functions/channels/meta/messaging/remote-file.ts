import type { IncomingFile } from '../../channel.ts';

/** Servers on which Meta keeps files of messages. Everything else that a message names is a page to be looked at. */
const fileHosts = ['.fbcdn.net', '.fbsbx.com', '.cdninstagram.com'];

export const isFileHost = (url: string): boolean => {
  const host = URL.parse(url)?.hostname ?? '';
  return fileHosts.some((ending) => host.endsWith(ending));
};

/** A file by its address on Meta's servers, which ends soon; undefined for what is no web address. */
export function fileAt(
  url: string | undefined,
  name: string,
  type: string,
): IncomingFile | undefined {
  const address = URL.parse(url ?? '');
  if (!address || !/^https?:$/.test(address.protocol)) return undefined;
  return { name: nameIn(address) ?? name, type, kind: 'regular', ref: address.href };
}

/** A file's own name stands at the end of its address; pages and scripts have no ending or are none. */
function nameIn({ pathname }: URL): string | undefined {
  const last = pathname.split('/').at(-1) ?? '';
  if (!/\.[A-Za-z0-9]{2,5}$/.test(last)) return undefined;
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}
