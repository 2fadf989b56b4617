/** Applying promises to open tickets. */
type ApplyTexts = Record<
  'title' | 'hint' | 'saveFirst' | 'topic' | 'all' | 'count' | 'apply' | 'stop' | 'busy',
  string
> & {
  soFar: (looked: number) => string;
  wouldChange: (changed: number, looked: number) => string;
  changed: (changed: number, looked: number) => string;
  skipped: (skipped: number) => string;
};

export const apply: Record<'en' | 'ru', ApplyTexts> = {
  en: {
    title: 'Apply to open tickets',
    hint: 'Open tickets keep the promise they began with until you apply the saved ones. Breaches and pauses stay on record.',
    saveFirst: 'Save first: what is saved is applied.',
    topic: 'Topic',
    all: 'All topics',
    count: 'Count first',
    apply: 'Apply',
    stop: 'Stop',
    busy: 'Looking at open tickets',
    soFar: (looked) => `${looked} tickets looked at so far`,
    wouldChange: (changed, looked) =>
      changed === 0
        ? `None of ${looked} open tickets would change.`
        : `${changed} of ${looked} open tickets would get another promise.`,
    changed: (changed, looked) => `${changed} of ${looked} open tickets got another promise.`,
    skipped: (skipped) =>
      `${skipped} were changed by somebody at the same moment. Apply again for these.`,
  },
  ru: {
    title: 'Применить к открытым обращениям',
    hint: 'Открытые обращения сохраняют своё обещание, пока вы не примените сохранённые. Нарушения и паузы остаются в записях.',
    saveFirst: 'Сначала сохраните: применяется то, что сохранено.',
    topic: 'Тема',
    all: 'Все темы',
    count: 'Сначала посчитать',
    apply: 'Применить',
    stop: 'Остановить',
    busy: 'Просматриваем открытые обращения',
    soFar: (looked) => `Просмотрено обращений: ${looked}`,
    wouldChange: (changed, looked) =>
      changed === 0
        ? `Ничего не изменится. Открытых обращений: ${looked}.`
        : `Другое обещание получат ${changed} из ${looked} открытых обращений.`,
    changed: (changed, looked) => `Другое обещание получили ${changed} из ${looked} обращений.`,
    skipped: (skipped) =>
      `Одновременно изменены кем-то ещё: ${skipped}. Для них примените ещё раз.`,
  },
};
