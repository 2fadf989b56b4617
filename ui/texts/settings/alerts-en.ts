import type { AlertStep, AlertTarget, AlertWay } from '../../../schemas/alert-policy.ts';

type Words<K extends string> = Record<K, string>;

export const alerts = {
  title: 'Alerts',
  hint: 'Who is told when a promise is about to be broken, or is. Each rung tells somebody while nothing has been done; what counts is its time, and among rungs of one moment their order.',
  empty: 'There is no rung: nobody is told of anything.',
  add: 'Add a rung',
  on: 'Counted from',
  ons: { warn: 'the warning', breach: 'the breach' } satisfies Words<AlertStep['on']>,
  after: 'Minutes after',
  afterHint: '0: at once',
  to: 'Who is told',
  toHint: 'The first of these that is somebody; the others are not told then.',
  targets: {
    assignee: 'who holds the ticket',
    leads: 'the topic’s leads',
    line: 'everybody of the line',
    'on-call': 'the line’s on call',
    admins: 'super admins',
  } satisfies Words<AlertTarget>,
  noTarget: 'Nobody yet.',
  by: 'How',
  byHint: 'Screen and mail reach each person; the others are one place of the desk’s, at any hour.',
  ways: {
    screen: 'on the screen',
    mail: 'by mail',
    webhook: 'signed webhook',
    slack: 'Slack',
    telegram: 'Telegram',
  } satisfies Words<AlertWay>,
  at: {
    warn: (span: string) => (span ? `${span} after the warning` : 'At the warning'),
    breach: (span: string) => (span ? `${span} after the breach` : 'At the breach'),
  },
  orElse: ', else ',
  nobody: 'nobody',
  later: (span: string) => `${span} later`,
  atOnce: 'At once',
  preview: 'What will happen',
  previewHint: 'While the clock runs and nobody has answered. Whoever answers ends it.',
  warnTitle: 'A promise is about to be broken',
  breachTitle: 'A promise is broken',
  nothing: 'Nobody is told.',
  limits: 'Floods and hours',
  digestAbove: 'One message instead of more than',
  digestUnit: 'alerts a minute',
  digestHint: 'To one person or place: what is above comes as one list.',
  holds: 'Held until the recipient’s hours begin',
  holdsHint: 'Whoever is on call is told at any hour.',
  telegramTitle: 'Telegram',
  bot: 'Bot',
  noBot: 'no alerts by Telegram',
  noBots: 'No Telegram bot is connected to this desk.',
  chat: 'Chat id',
  chatHint:
    'Add the bot to the group. Its number stands in the address when the group is open at web.telegram.org/a; it begins with a minus. A public group or channel is @itsname.',
  slackTitle: 'Slack and webhook',
  slackHint:
    'Slack’s address is a secret and is not kept here. A desk without an alert webhook first sets alertsToSlack in desk.config.ts. Make an incoming webhook in Slack, then store its address as slackUrl, beside what signs the webhook:',
  slackCommand:
    'aws secretsmanager put-secret-value --secret-id firstline-prod/alert-webhook --secret-string \'{"secrets":["whsec_…"],"slackUrl":"https://hooks.slack.com/services/…"}\'',
  webhookHint:
    'The webhook’s address is alertWebhookUrl in desk.config.ts; the same secret signs it (secrets).',
};
export type AlertsTexts = typeof alerts;
