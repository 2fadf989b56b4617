import { describe, expect, it } from 'vitest';
import { sanitizeHtml } from './sanitize-html.ts';

const clean = (source: string): string => sanitizeHtml(source, () => undefined).html;

describe('what can act', () => {
  it.each([
    ['<p onclick="x()">a</p>', '<p>a</p>'],
    ['<script>x</script>a', 'a'],
    ['<scr<script>ipt>x</script>a', 'ipt&gt;xa'],
    ['<style>p{}</style>a', 'a'],
    ['<iframe src="https://e.example">x</iframe>a', 'a'],
    ['<svg><script>x</script></svg>a', 'a'],
    ['<math><mi xlink:href="javascript:x">y</mi></math>a', 'a'],
    ['<form action="https://e.example"><input name="p">a</form>', 'a'],
    ['<a href="javascript:x">a</a>', '<a>a</a>'],
    ['<a href="java&#10;script:x">a</a>', '<a>a</a>'],
    ['<a href=" &#1;javascript:x">a</a>', '<a>a</a>'],
    ['<a href="vbscript:x">a</a>', '<a>a</a>'],
    ['<a href="data:text/html,x">a</a>', '<a>a</a>'],
    ['<img src="data:image/svg+xml;base64,PHN2Zz4=">', '<img>'],
    ['<base href="https://e.example"><meta http-equiv=refresh>a', 'a'],
    ['<div id="app" class="x" name="y">a</div>', '<div>a</div>'],
    ['<p title="&quot;><script>">a</p>', '<p title="&quot;&gt;&lt;script&gt;">a</p>'],
    ['<noscript><p title="</noscript><script>x</script>">', ''],
    ['<!--[if mso]><p>x</p><![endif]-->a', 'a'],
  ])('does not pass: %s', (source, html) => {
    expect(clean(source)).toBe(html);
  });
});

describe('styles', () => {
  it.each([
    ['color: red; position: fixed', 'color: red'],
    ['background: url(https://e.example/x)', ''],
    ['width: expression(alert(1))', ''],
    ['width: 1px; x: y; height: 2px', 'width: 1px; height: 2px'],
    ['col\\6fr: red', ''],
    ['color: re/**/d', 'color: red'],
    ['margin-left: -999px', ''],
  ])('%s', (style, kept) => {
    const wanted = kept === '' ? '<p>a</p>' : `<p style="${kept}">a</p>`;

    expect(clean(`<p style="${style}">a</p>`)).toBe(wanted);
  });
});

describe('links and pictures', () => {
  it('open outside, telling nothing', () => {
    expect(clean('<a href="https://e.example/?a=1&amp;b=2">a</a>')).toBe(
      '<a href="https://e.example/?a=1&amp;b=2" rel="noopener noreferrer nofollow" target="_blank">a</a>',
    );
  });

  it('on other servers wait until a person asks for them', () => {
    const { html, remoteImages } = sanitizeHtml('<img src="//e.example/x.gif">', () => undefined);

    expect([html, remoteImages]).toEqual(['<img data-remote-src="https://e.example/x.gif">', true]);
  });

  it('that came along are named by their index', () => {
    const { html, shown } = sanitizeHtml('<img src="cid:a%40b">', (cid) =>
      cid === 'a@b' ? 3 : undefined,
    );

    expect([html, [...shown]]).toEqual(['<img src="cid:3">', [3]]);
  });

  it('are bounded in number', () => {
    const { html, problems } = sanitizeHtml(
      '<a href="https://e.example">x</a>'.repeat(5_001),
      () => undefined,
    );

    expect(html.match(/href/g)).toHaveLength(5_000);
    expect(problems).toEqual(['too-many-links']);
  });
});

it('marks where a quoted mail begins', () => {
  expect(clean('a<div class="gmail_quote">q</div>')).toBe('a<div data-quoted="">q</div>');
  expect(clean('a<div data-firstline-ref="1.x">q</div>')).toBe('a<div data-quoted="">q</div>');
});

it('closes what it opened when it stops in the middle', () => {
  const { html, problems } = sanitizeHtml(
    `<div><b>${'x'.repeat(2_100_000)}</b></div>`,
    () => undefined,
  );

  expect([html.slice(0, 8), html.slice(-10), problems]).toEqual([
    '<div><b>',
    '</b></div>',
    ['html-too-long'],
  ]);
});
