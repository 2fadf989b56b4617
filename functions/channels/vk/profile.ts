import * as z from 'zod';
import { cut, plainText } from '../plain-text.ts';
import type { Profile } from '../profile.ts';
import { call, communityOf } from './call.ts';

const People = z.array(
  z.object({ first_name: z.string().catch(''), last_name: z.string().catch('') }),
);

/** VK's events hold numbers only. Deleted people are called `DELETED` by it, which is no name. */
export const vkProfile: Profile = {
  nameless: 'VK user',
  nameOf: async (personId, context) => {
    const community = communityOf(context);
    if (!community) return undefined;
    const outcome = await call(community, 'users.get', { user_ids: personId });
    if ('fault' in outcome) return undefined;
    const [person] = People.safeParse(outcome.response).data ?? [];
    const name = plainText(`${person?.first_name ?? ''} ${person?.last_name ?? ''}`);
    return name === '' || name.startsWith('DELETED') ? undefined : cut(name, 120);
  },
};
