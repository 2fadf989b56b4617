import * as z from 'zod';
import type { Check } from '../check.ts';
import { checkMessaging } from '../meta/messaging/check.ts';
import { graphBase } from './graph-base.ts';

const Login = z.object({ user_id: z.coerce.string(), username: z.string().default('') });
const Page = z.object({
  instagram_business_account: z.object({ id: z.string(), username: z.string().default('') }),
});

/** A token of Instagram Login lives 60 days from its making or last refreshing. */
const tokenDays = 60;

const fields = [
  'messages',
  'messaging_postbacks',
  'message_reactions',
  'messaging_seen',
  'messaging_referral',
  'standby',
];
/** Of the page, whose subscription brings the account's messages. */
const pageFields = ['messages', 'messaging_postbacks', 'message_reactions'];

export const checkInstagram: Check = async (context) => {
  const { connection, bases } = context;
  if (connection.channel !== 'instagram') return { state: 'not-checked' };
  const isLogin = connection.flavor === 'login';
  return checkMessaging(context, {
    channel: 'instagram',
    base: graphBase(connection, bases),
    who: isLogin
      ? '/me?fields=user_id,username'
      : '/me?fields=instagram_business_account{id,username}',
    accountOf: (answer) => {
      const account = isLogin ? loginOf(answer) : pageOf(answer);
      return account?.id === connection.accountId
        ? { account: `@${account.username}` }
        : { error: `instagram: the token is not of account ${connection.accountId}` };
    },
    fields: isLogin ? fields : pageFields,
    newFields: isLogin ? ['message_edit'] : [],
    ...(isLogin ? { tokenDays } : { appHook: { object: 'instagram', fields } }),
  });
};

function loginOf(answer: unknown) {
  const account = Login.safeParse(answer).data;
  return account && { id: account.user_id, username: account.username };
}

const pageOf = (answer: unknown) => Page.safeParse(answer).data?.instagram_business_account;
