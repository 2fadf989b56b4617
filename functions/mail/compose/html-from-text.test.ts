import { expect, it } from 'vitest';
import { htmlFromText } from './html-from-text.ts';

const inside = (text: string) =>
  htmlFromText(text).replaceAll('<p style="margin: 0 0 1em">', '<p>').replaceAll('\n', '');

it.each([
  ['a line', 'Hello', '<p>Hello</p>'],
  ['lines', 'Hello\nthere', '<p>Hello<br>there</p>'],
  ['paragraphs', 'Hello\n\n \nthere\n\n', '<p>Hello</p><p>there</p>'],
  ['nothing that is markup', '<b> & "x"', '<p>&lt;b&gt; &amp; &quot;x&quot;</p>'],
  [
    'an address at the end of a sentence',
    'See https://x.example/a?b=1&c=2.',
    '<p>See <a href="https://x.example/a?b=1&amp;c=2">https://x.example/a?b=1&amp;c=2</a>.</p>',
  ],
  [
    'an address in brackets',
    '(see https://x.example/a)',
    '<p>(see <a href="https://x.example/a">https://x.example/a</a>)</p>',
  ],
  [
    'an address with brackets',
    'https://x.example/a_(b)',
    '<p><a href="https://x.example/a_(b)">https://x.example/a_(b)</a></p>',
  ],
  [
    'nothing that would run',
    'javascript:alert(1) "onclick=x"',
    '<p>javascript:alert(1) &quot;onclick=x&quot;</p>',
  ],
])('shows %s', (_, text, html) => {
  expect(inside(text)).toBe(html);
});
