import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { synthesizeDesk } from './synthesized-desk.ts';

describe('the templates', () => {
  it('pass cdk-nag’s AwsSolutions and the resource schemas', () => {
    expect(() => synthesizeDesk({}, { checked: true }).forget()).not.toThrow();
  });

  it('are the same bytes for the same settings', () => {
    const [first, second] = [synthesizeDesk(), synthesizeDesk()];
    const template = ({ folder }: { folder: string }) =>
      readFileSync(join(folder, 'firstline-prod-desk.template.json'), 'utf8');

    expect(template(second)).toBe(template(first));
    first.forget();
    second.forget();
  });
});
