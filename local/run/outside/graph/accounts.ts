import config from '../../../../desk.config.ts';

const { connections } = config;

/** Numbers and accounts that exist: those of the desk's own settings. */
export const phoneNumbers = connections.flatMap((one) =>
  one.channel === 'whatsapp' ? one.phoneNumberId : [],
);
export const pages = connections.flatMap((one) =>
  one.channel === 'messenger' ? { id: one.pageId, name: one.name } : [],
);
export const instagramAccounts = connections.flatMap((one) =>
  one.channel === 'instagram' ? { id: one.accountId, flavor: one.flavor } : [],
);
