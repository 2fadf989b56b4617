import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { callStates } from '../functions/desk/calls/states.ts';
import { deliveryStates } from '../functions/desk/delivery/states.ts';
import { healthStates } from '../functions/desk/health/states.ts';
import { letterStates } from '../functions/desk/letters/states.ts';
import { presenceStates } from '../functions/desk/presence/states.ts';
import { ticketStates } from '../functions/desk/tickets/states.ts';
import { stateTable } from './make/state-table.ts';

const root = resolve(import.meta.dirname, '..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');

const pages = [
  ...readdirSync(root).filter((file) => file.endsWith('.md')),
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => join('docs', file)),
];

describe('the docs', () => {
  it('show the state machines as they are', () => {
    const architecture = read('docs/ARCHITECTURE.md');

    expect(architecture).toContain(stateTable(ticketStates));
    expect(architecture).toContain(stateTable(deliveryStates));
    expect(architecture).toContain(stateTable(callStates));
    expect(architecture).toContain(stateTable(letterStates));
    expect(architecture).toContain(stateTable(healthStates));
    expect(architecture).toContain(stateTable(presenceStates));
  });

  it('link only to what is there', () => {
    const broken = pages.flatMap((page) =>
      [...read(page).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)]
        .map(([, target = '']) => target)
        .filter((target) => !existsSync(join(root, dirname(page), target)))
        .map((target) => `${page} → ${target}`),
    );

    expect(broken).toEqual([]);
  });

  it('name only npm scripts that exist', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = pages.flatMap((page) =>
      [...read(page).matchAll(/npm run (?:-s )?([a-z][a-z-]*)/g)].map(([, name = '']) => name),
    );

    expect([...new Set(named)].filter((name) => !(name in scripts))).toEqual([]);
  });
});
