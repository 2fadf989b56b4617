import * as z from 'zod';
import type { Check } from '../check.ts';
import { checkMessaging } from '../meta/messaging/check.ts';

const Page = z.object({ id: z.string(), name: z.string().default('') });

const fields = [
  'messages',
  'messaging_postbacks',
  'message_deliveries',
  'message_reads',
  'message_echoes',
  'message_reactions',
  'messaging_referrals',
];

export const checkMessenger: Check = async (context) => {
  const { connection, bases } = context;
  if (connection.channel !== 'messenger') return { state: 'not-checked' };
  return checkMessaging(context, {
    channel: 'messenger',
    base: bases.graph,
    who: '/me?fields=id,name',
    accountOf: (answer) => {
      const page = Page.safeParse(answer).data;
      return page?.id === connection.pageId
        ? { account: page.name }
        : { error: `messenger: the token is not of page ${connection.pageId}` };
    },
    fields,
    newFields: ['message_edits'],
    appHook: { object: 'page', fields },
  });
};
