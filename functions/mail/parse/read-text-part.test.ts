import { expect, test } from 'vitest';
import { mailLimits } from '../limits.ts';
import { parseMail } from '../parse-mail.ts';

test('an endless text is read up to a whole line and says that it was cut', () => {
  const line = 'Ж hello\n';
  const lines = Math.ceil(mailLimits.textBytes / Buffer.byteLength(line)) + 1;
  const head = 'From: ann@customer.example\nContent-Type: text/plain; charset=utf-8\n\n';

  const mail = parseMail(Buffer.from(head + line.repeat(lines)));

  expect(mail.flags.truncated).toBe(true);
  expect(mail.text.length).toBeLessThanOrEqual(mailLimits.textChars);
  expect(mail.text.slice(0, 16)).toBe(line.repeat(2));
  expect(mail.text).not.toContain('\ufffd');
});
