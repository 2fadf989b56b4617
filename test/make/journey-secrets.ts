/** What providers would have issued, by connection of `desk.config.ts`. */
const bytes = (words: string) => Buffer.from(words.padEnd(32, '.')).toString('base64');

export const connectionSecrets = {
  'telegram-main': { botToken: '123456:local-bot', webhookSecrets: ['telegram-secret'] },
  whatsapp: {
    accessToken: 'whatsapp-token',
    appSecrets: ['meta-app-secret'],
    verifyToken: 'whatsapp-verify',
  },
  messenger: {
    accessToken: 'page-token',
    appSecrets: ['meta-app-secret'],
    verifyToken: 'messenger-verify',
  },
  instagram: {
    accessToken: 'instagram-token',
    appSecrets: ['instagram-app-secret'],
    verifyToken: 'instagram-verify',
  },
  viber: { authTokens: ['viber-auth-token'] },
  vk: { accessToken: 'vk-token', secrets: ['vk-secret'], confirmation: '3d9a1c2b' },
  ok: { accessToken: 'ok-token', urlSecrets: ['ok-url-secret'] },
  sms: { authTokens: ['twilio-auth-token'] },
  phone: { authTokens: ['twilio-auth-token'], secrets: [] },
  'office-phone': { authTokens: [], secrets: [`whsec_${bytes('a call log secret')}`] },
  'shop-webhook': { secrets: [`whsec_${bytes('a webhook secret')}`] },
  'site-chat': { identitySecrets: ['an identity secret of the page'] },
} as const;

export const alertSecret = `whsec_${bytes('the alerts secret')}`;
