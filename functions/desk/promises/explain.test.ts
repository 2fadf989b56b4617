import { describe, expect, it } from 'vitest';
import { aPromise, cet, created, HOUR, the } from '../../../test/make/a-promise.ts';
import { explain } from './explain.ts';
import { preview, type Story } from './preview.ts';

function told(language: 'en' | 'ru', events: Story['events'], now = cet('Tue 12:00')): string[] {
  const target = { calendar: '24x7', targetSeconds: { normal: 4 * HOUR } };
  const promise = aPromise({
    id: 'payouts',
    version: 3,
    normal: { 'first-reply': target, resolution: { ...target, variant: 'waiting' } },
  });
  const { instances } = preview({ promise, calendars: [], events, now });
  return explain(instances, { language, timeZone: 'Europe/Berlin' });
}

describe('explain', () => {
  it('tells a kept promise with its pause in English', () => {
    const sentences = told('en', [
      created(cet('Mon 09:00')),
      the.humanReplies(cet('Mon 10:30:05')),
      the.statusIs(cet('Mon 10:30:05'), 'waiting'),
    ]);

    expect(sentences).toEqual([
      'First reply: the clock started on 16 Nov 2026, 09:00; 4 h makes it due on 16 Nov 2026, 13:00.',
      'It follows promise “payouts”, version 3, normal profile, priority normal, counted around the clock.',
      'It was met on 16 Nov 2026, 10:30:05, 2 h 29 min 55 s before due.',
      'Resolution: the clock started on 16 Nov 2026, 09:00 with 4 h to run.',
      'It follows promise “payouts”, version 3, normal profile, priority normal, counted around the clock.',
      'It has been paused since 16 Nov 2026, 10:30:05.',
    ]);
  });

  it('tells a broken promise in Russian', () => {
    const sentences = told('ru', [
      created(cet('Mon 09:00')),
      the.humanReplies(cet('Mon 13:00:01')),
    ]);

    expect(sentences.slice(0, 6)).toEqual([
      'Первый ответ: отсчёт начат 16 нояб. 2026 г., 09:00; отведено 4 ч, срок — 16 нояб. 2026 г., 13:00.',
      'Действует обещание «payouts», версия 3, профиль: обычный, приоритет: обычный, время считается круглосуточно.',
      'Предупреждение (75%): 16 нояб. 2026 г., 12:00.',
      'Предупреждение (15m): 16 нояб. 2026 г., 12:45.',
      'Срок нарушен 16 нояб. 2026 г., 13:00, приоритет: обычный.',
      'Завершено 16 нояб. 2026 г., 13:00:01, на 1 с позже срока: обещание не сдержано.',
    ]);
  });
});
