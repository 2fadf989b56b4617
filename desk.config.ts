import type { DeskSettingsInput } from './schemas/settings.ts';

/**
 * The desk of this deployment: everything that needs infrastructure. Lines, hours, promises and ready
 * answers are edited on the screen instead. docs/DEPLOY.md goes through every field.
 */
const settings: DeskSettingsInput = {
  name: 'Kopilka Help',
  stage: 'prod',
  region: 'eu-central-1',
  domain: 'help.kopilka.example',
  language: 'en',
  topics: [
    'missing-cashback',
    'confirmation',
    'payouts',
    'how-to',
    'account',
    'parcels',
    'bug',
    'partnership',
    'legal',
    'other',
  ],
  connections: [
    {
      id: 'support',
      channel: 'mail',
      address: 'support@help.kopilka.example',
      name: 'Kopilka Support',
      topic: 'other',
    },
    {
      id: 'payouts',
      channel: 'mail',
      address: 'payouts@help.kopilka.example',
      name: 'Kopilka Payouts',
      topic: 'payouts',
    },
    {
      id: 'partners',
      channel: 'mail',
      address: 'partners@help.kopilka.example',
      name: 'Kopilka Partners',
      topic: 'partnership',
    },
    { id: 'form', channel: 'form', replyFrom: 'support' },
    { id: 'telegram-main', channel: 'telegram', name: 'Kopilka bot', topic: 'other' },
    {
      id: 'shop-webhook',
      channel: 'webhook',
      name: 'Kopilka shop',
      topic: 'missing-cashback',
      replyUrl: 'https://shop.kopilka.example/desk/replies',
    },
  ],
  signIn: { kind: 'cognito' },
  firstAdmin: 'olga@kopilka.example',
  alarmAddress: 'ops@kopilka.example',
  alertWebhookUrl: 'https://hooks.kopilka.example/desk-alerts',
};

export default settings;
