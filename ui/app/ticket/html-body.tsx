import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { MessageEntry } from '../../state/ticket.ts';
import { texts } from '../../texts/texts.ts';
import { linkTo } from './files.tsx';

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

/** Puts signed links in place of `cid:<index>`; pictures of other servers stay away. */
const filled = async ({ html, message }: Props): Promise<string> => {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  for (const image of parsed.querySelectorAll('img')) {
    const own = /^cid:(\d+)$/.exec(image.getAttribute('src') ?? '');
    if (own) image.src = await linkTo({ entry: message }, Number(own[1]), false).catch(() => '');
    else if (image.dataset['remoteSrc'] && !image.alt) image.remove();
  }
  return parsed.body.innerHTML;
};

/** Longest a mail may make its frame, CSS pixels; a longer one scrolls inside. */
const maxHeight = 4000;

/** A mail as its sender formatted it, on white paper in both themes: its own colors were chosen for that. */
export const HtmlBody = ({ html, message }: Props) => {
  const frame = useRef<HTMLIFrameElement>(null);
  const source = useSignal('');
  const observer = useRef<ResizeObserver>(undefined);
  useEffect(() => {
    void filled({ html, message }).then((ready) => {
      source.value = page(ready);
    });
    return () => observer.current?.disconnect();
  }, [html]);

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
      {html.includes('data-remote-src') && <p class="hint">{texts.value.ticket.noImages}</p>}
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
