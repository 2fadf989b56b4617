import type { ComponentChildren } from 'preact';

/** Addresses of the web; the sentence's own punctuation behind one is not part of it. In ASCII, as the whole script. */
const address = /\bhttps?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]}'\u00bb\u201d]/g;

/** The text with its web addresses as links; nothing else in it is ever markup. */
export function linked(text: string): ComponentChildren {
  const parts: ComponentChildren[] = [];
  let end = 0;
  for (const { 0: url, index } of text.matchAll(address)) {
    parts.push(
      text.slice(end, index),
      <a key={index} href={url} target="_blank" rel="noopener noreferrer nofollow">
        {url}
      </a>,
    );
    end = index + url.length;
  }
  return [...parts, text.slice(end)];
}
