import { expect, it } from 'vitest';
import { textFromHtml } from './text-from-html.ts';

it.each([
  ['<p>one</p><p>two</p>', 'one\n\ntwo'],
  ['<div>one</div><div>two</div>', 'one\ntwo'],
  ['one<br>two', 'one\ntwo'],
  ['  a \n  b&nbsp;c ', 'a b c'],
  ['<ul><li>a<li>b</ul>', '* a\n* b'],
  ['<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>', 'a b\nc'],
  ['<blockquote>q<br>r</blockquote>', '> q\n> r'],
  ['<pre>a\n  b</pre>', 'a\n  b'],
  ['<style>x</style><title>t</title>a<div style="display:none">preheader</div>', 'a'],
  ['&lt;b&gt; &amp; &#1087;', '<b> & п'],
])('%s', (html, text) => {
  expect(textFromHtml(html).text).toBe(text);
});

it('tells where the quoted mail begins and what reference it holds', () => {
  const found = textFromHtml(
    '<div>Thanks</div><div class="gmail_quote">On Monday:<blockquote>' +
      '<div class="x_firstline-ref-1042-abcdefghijkl" style="display:none">x</div>Old</blockquote></div>',
  );

  expect(found).toEqual({
    text: 'Thanks\nOn Monday:\n> Old',
    quoteAt: 7,
    markers: ['1042.abcdefghijkl'],
  });
});
