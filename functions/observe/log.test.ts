import { describe, expect, test } from 'vitest';
import { inInvocation } from './context.ts';
import { newLog } from './log.ts';

const logTo = (lines: string[]) =>
  newLog({ write: (line) => lines.push(line), now: () => Date.parse('2026-11-22T10:00:00.000Z') });

describe('a log line', () => {
  test('is one JSON object with code, ids and the invocation', () => {
    const lines: string[] = [];

    inInvocation({ function: 'api', requestId: 'req-1', isColdStart: true }, () =>
      logTo(lines).info('ticket.reply.saved', { ticketId: 'tkt_7' }),
    );

    expect(lines.map((line) => JSON.parse(line))).toEqual([
      {
        at: '2026-11-22T10:00:00.000Z',
        level: 'info',
        code: 'ticket.reply.saved',
        function: 'api',
        requestId: 'req-1',
        ticketId: 'tkt_7',
      },
    ]);
  });

  test('describes an error with its causes and without addresses', () => {
    const lines: string[] = [];
    const cause = new Error('550 <ann@example.com> unknown');

    logTo(lines).error(
      'deliver.failed',
      {},
      new Error('cannot send to ann@example.com', { cause }),
    );

    const line = JSON.parse(lines[0] ?? '');
    expect(line.error.message).toBe('cannot send to <address>');
    expect(line.error.cause.message).toBe('550 <<address>> unknown');
    expect(lines[0]).not.toContain('ann@');
  });

  test('does not repeat the text that was no JSON', () => {
    const lines: string[] = [];
    const unreadable = (): unknown => JSON.parse('Dear "desk", my card number is 4111');

    try {
      unreadable();
    } catch (error) {
      logTo(lines).error('queue.message.unreadable', {}, error);
    }

    expect(lines[0]).toContain('is not valid JSON');
    expect(lines[0]).not.toMatch(/Dear|4111/);
  });
});
