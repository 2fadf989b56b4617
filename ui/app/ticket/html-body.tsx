import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { MessageEntry } from '../../state/ticket.ts';
import { texts } from '../../texts/texts.ts';
import { linkTo } from './files.tsx';
import { fillRemote } from './message/remote-pictures.ts';

type Props = { html: string; message: MessageEntry };

/**
 * The page around a mail. Whatever slipped through the sanitizer can do nothing: the frame may not run scripts,
 * and this document inherits our content policy, which loads no picture of another server.
 */
const page = (html: string) =>
  '<!doctype html><meta charset="utf-8"><base target="_blank"><style>:root{color-scheme:light}' +
  'body{margin:0;padding:12px;font:14px/1.45 system-ui,sans-serif;color:#1b211e;background:#fff;overflow-wrap:anywhere}' +
  'img{max-width:100%;height:auto}table{max-width:100%}</style>' +
  html;

type Filled = { html: string; missing: number };

/** Puts signed links in place of `cid:<index>`; pictures of other servers stay away until they are asked for. */
const filled = async ({ html, message }: Props, isRemote: boolean): Promise<Filled> => {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  const remote = [...parsed.querySelectorAll<HTMLImageElement>('img[data-remote-src]')];
  for (const image of parsed.querySelectorAll('img')) {
    const own = /^cid:(\d+)$/.exec(image.getAttribute('src') ?? '');
    if (own) image.src = await linkTo({ entry: message }, Number(own[1]), false).catch(() => '');
  }
  const missing = isRemote ? await fillRemote(message, remote) : 0;
  for (const image of remote) if (!image.src && !image.alt) image.remove();
  return { html: parsed.body.innerHTML, missing };
};

/** Longest a mail may make its frame, CSS pixels; a longer one scrolls inside. */
const maxHeight = 4000;

/** A mail as its sender formatted it, on white paper in both themes: its own colors were chosen for that. */
export const HtmlBody = ({ html, message }: Props) => {
  const frame = useRef<HTMLIFrameElement>(null);
  const source = useSignal('');
  const observer = useRef<ResizeObserver>(undefined);
  const pictures = useSignal<Pictures>('away');
  const fill = async (isRemote: boolean) => {
    const ready = await filled({ html, message }, isRemote);
    source.value = page(ready.html);
    return ready.missing;
  };
  useEffect(() => {
    void fill(false);
    return () => observer.current?.disconnect();
  }, [html]);
  const showPictures = async () => {
    pictures.value = 'coming';
    pictures.value = (await fill(true)) > 0 ? 'some' : 'all';
  };

  /** Pictures arrive later than the text, so the height follows what is inside. */
  const follow = () => {
    const inside = frame.current?.contentDocument;
    if (!inside?.body) return;
    observer.current?.disconnect();
    observer.current = new ResizeObserver(() => {
      const height = Math.ceil(inside.body.getBoundingClientRect().height);
      const hasBar = inside.documentElement.scrollWidth > inside.documentElement.clientWidth;
      if (frame.current)
        frame.current.style.height = `${Math.min(height + (hasBar ? 16 : 0), maxHeight)}px`;
    });
    observer.current.observe(inside.body);
  };

  return (
    <>
      {html.includes('data-remote-src') && (
        <PictureLine pictures={pictures.value} onShow={() => void showPictures()} />
      )}
      <iframe
        ref={frame}
        class="html-body"
        title={texts.value.ticket.html}
        sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
        srcdoc={source.value}
        onLoad={follow}
      />
    </>
  );
};

/** Pictures on other servers: not loaded, being fetched, or how many came. */
type Pictures = 'away' | 'coming' | 'some' | 'all';

const PictureLine = ({ pictures, onShow }: { pictures: Pictures; onShow: () => void }) => {
  const words = texts.value.mail.images;
  if (pictures === 'all') return null;
  if (pictures !== 'away')
    return (
      <p class="hint" role="status">
        {pictures === 'coming' ? words.loading : words.someMissing}
      </p>
    );
  return (
    <p class="hint">
      {texts.value.ticket.noImages}{' '}
      <button type="button" class="link" title={words.hint} onClick={onShow}>
        {words.show}
      </button>
    </p>
  );
};
