import type { DeskTexts } from './texts.ts';

const count = (n: number, one: string) => `${n} ${one}${n === 1 ? '' : 's'}`;

export const en: DeskTexts = {
  expected: ({ seconds, workingDaySeconds }) => {
    const hours = Math.ceil(seconds / 3600);
    if (workingDaySeconds && seconds % workingDaySeconds === 0)
      return count(seconds / workingDaySeconds, 'working day');
    if (workingDaySeconds) return count(hours, 'working hour');
    if (seconds < 3600) return count(Math.ceil(seconds / 60), 'minute');
    return hours <= 48 ? count(hours, 'hour') : count(Math.ceil(hours / 24), 'day');
  },
  acknowledgement: ({ name, number, desk, expected, notice, answer, isChat }) => {
    const more = [...(answer ? [answer] : []), ...(notice ? [notice] : [])];
    const within = expected ? `within ${expected}` : '';
    return {
      subject: `We have your message, no. ${number}`,
      text: isChat
        ? [
            `We have your message, its number is ${number}.`,
            ...more,
            within ? `You will have an answer ${within}.` : 'A person will answer you.',
          ].join(' ')
        : [
            name ? `Hello ${name},` : 'Hello,',
            '',
            `your message has reached us. Its number is ${number}.`,
            ...more.flatMap((paragraph) => ['', paragraph, '']),
            within
              ? `You will have an answer from a person ${within}.`
              : 'A person will answer you.',
            'If you would like to add something, just answer this message.',
            '',
            desk,
          ]
            .filter((line, at, all) => line !== '' || all[at - 1] !== '')
            .join('\n'),
    };
  },
  alert: ({ kind, number, subject, topic, dueAt, isLate, said, url }) => ({
    subject:
      kind === 'muted'
        ? `Mail loop: ticket ${number}, ${topic}`
        : kind === 'breached'
          ? `Late: ticket ${number}, ${topic}`
          : `Due soon: ticket ${number}, ${topic}`,
    text: [
      kind === 'muted'
        ? `Mail on ticket ${number} goes to and fro faster than people write. Automatic mail for it is off since ${dueAt}.`
        : kind === 'breached'
          ? `The promised answer to ticket ${number} was due at ${dueAt} and has not been given.`
          : `The promised answer to ticket ${number} is due at ${dueAt}.`,
      ...(isLate ? ['This notice itself is late: the clock could not run on time.'] : []),
      '',
      `“${subject}”`,
      ...(said ? [said] : []),
      url,
      '',
      'Answer this mail and your words go to the customer; begin with #note to tell colleagues only.',
    ].join('\n'),
  }),
  alertLine: ({ kind, number, subject, topic, dueAt }) => {
    const what =
      kind === 'muted' ? 'Mail loop' : kind === 'breached' ? `Late since ${dueAt}` : `Due ${dueAt}`;
    return `${what}: ticket ${number}, ${topic}: ${subject}`;
  },
  alertList: ({ count: all, late, lines, more, url }) => ({
    subject: `${count(all, 'alert')} within a minute, ${late} late`,
    text: [
      `${count(all, 'alert')} came within a minute, ${late} of them late.`,
      '',
      ...lines,
      ...(more > 0 ? [`and ${more} more`] : []),
      '',
      url,
    ].join('\n'),
  }),
  connectionTest: ({ name }) => ({
    subject: `Test of ${name}`,
    text: `This is a test of “${name}”. It arrived, so the connection can send. You need not answer.`,
  }),
  unsubscribe: ({ desk }) => ({
    asked: `Do you want no more automatic mail from ${desk}? What people write to you still comes.`,
    button: 'No more automatic mail',
    done: `You get no more automatic mail from ${desk}. What people write to you still comes.`,
    failed:
      'This link does not work (any more). Answer one of our mails, and a person will see to it.',
  }),
  quoteHeader: ({ name, at }) => `On ${at}, ${name} wrote:`,
  unsupported: 'unsupported',
  formFields: 'From the form',
};
