import * as z from 'zod';
import { MetaCredentials } from '../meta/credentials.ts';
import { call } from '../meta/graph.ts';
import { cut, plainText } from '../plain-text.ts';
import type { Profile } from '../profile.ts';
import { graphBase } from './graph-base.ts';

const Person = z.object({ name: z.string().catch(''), username: z.string().catch('') });

/** Told only of who has written to us. The user name stands in for a name; it changes, so it is no identity. */
export const instagramProfile: Profile = {
  nameless: 'Instagram user',
  nameOf: async (personId, { connection, secret, bases, fetch }) => {
    const { accessToken: token } = MetaCredentials.parse(secret);
    const path = `/${encodeURIComponent(personId)}?fields=name,username`;
    const graph = {
      fetch,
      base: graphBase(connection, bases),
      token,
      channel: 'instagram' as const,
    };
    const answer = await call(graph, { method: 'GET', path });
    const person = 'result' in answer ? Person.safeParse(answer.result).data : undefined;
    const name = plainText(person?.name ?? '') || plainText(person?.username ?? '');
    return name === '' ? undefined : cut(name, 120);
  },
};
