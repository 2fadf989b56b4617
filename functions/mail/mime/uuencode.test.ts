import { expect, test } from 'vitest';
import { mailLimits } from '../limits.ts';
import { takeUuencoded } from './uuencode.ts';

const file = 'begin 644 a.txt\n#0V%T\n`\nend\n';

test('takes a file out of its text', () => {
  const { text, files } = takeUuencoded(`Before\n${file}After`);

  expect(text).toBe('Before\nAfter');
  expect(files).toEqual([{ name: 'a.txt', content: Buffer.from('Cat') }]);
});

test('takes no more files than a mail may have', () => {
  const { text, files } = takeUuencoded(file.repeat(mailLimits.attachments + 1));

  expect(files).toHaveLength(mailLimits.attachments);
  expect(text).toBe(file);
});
