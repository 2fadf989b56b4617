import * as z from 'zod';
import { MetaCredentials } from '../meta/credentials.ts';
import { call } from '../meta/graph.ts';
import { cut, plainText } from '../plain-text.ts';
import type { Profile } from '../profile.ts';

const Person = z.object({ first_name: z.string().catch(''), last_name: z.string().catch('') });

/** People in Europe and who restricted their profile are not told about (100/33). */
export const messengerProfile: Profile = {
  nameless: 'Facebook user',
  nameOf: async (personId, { secret, bases, fetch }) => {
    const { accessToken: token } = MetaCredentials.parse(secret);
    const path = `/${encodeURIComponent(personId)}?fields=first_name,last_name`;
    const graph = { fetch, base: bases.graph, token, channel: 'messenger' as const };
    const answer = await call(graph, { method: 'GET', path });
    const person = 'result' in answer ? Person.safeParse(answer.result).data : undefined;
    const name = plainText(`${person?.first_name ?? ''} ${person?.last_name ?? ''}`);
    return name === '' ? undefined : cut(name, 120);
  },
};
