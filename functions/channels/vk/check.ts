import * as z from 'zod';
import { type Check, type Checking, type CheckResult, readingCheck } from '../check.ts';
import { type Community, call, communityOf, type Fault } from './call.ts';
import { VkCredentials } from './credentials.ts';

const Groups = z.union([
  z
    .object({ groups: z.array(z.object({ name: z.string() })).min(1) })
    .transform((one) => one.groups),
  z.array(z.object({ name: z.string() })).min(1),
]);
const Code = z.object({ code: z.string() });
const Added = z.object({ server_id: z.int() });
const Server = z.object({
  id: z.int(),
  url: z.string(),
  status: z.string().default('ok'),
  secret_key: z.string().optional(),
});
const Servers = z.object({ items: z.array(Server).default([]) });
type Server = z.infer<typeof Server>;

/** At most 14 characters. */
const title = 'Firstline';

/** What we ask to be told of; nothing else of a community concerns a desk. */
const wanted = [
  'message_new',
  'message_reply',
  'message_edit',
  'message_read',
  'message_allow',
  'message_deny',
  'message_event',
  'message_reaction_event',
  'user_block',
  'user_unblock',
];

/**
 * Adds our callback server to the community, gives it the current secret key and asks for our events. VK confirms the
 * address at once by asking it for the confirmation string, so that one must be in our secret first.
 */
export const checkVk: Check = readingCheck(async (context) => {
  const { connection, secret } = context;
  const community = communityOf(context);
  const credentials = VkCredentials.safeParse(secret).data;
  const [key] = credentials?.secrets ?? [];
  if (!community || !credentials || connection.channel !== 'vk')
    return { state: 'not-set-up', error: 'accessToken is empty' };
  if (key === undefined) return { state: 'not-set-up', error: 'secrets is empty' };
  const group = { group_id: connection.groupId };
  const asked = await call(community, 'groups.getById', group);
  if ('fault' in asked) return failed(asked.fault);
  const account = Groups.safeParse(asked.response).data?.[0]?.name ?? connection.groupId;
  const code = await call(community, 'groups.getCallbackConfirmationCode', group);
  if ('fault' in code) return { ...failed(code.fault), account };
  const expected = Code.parse(code.response).code;
  if (credentials.confirmation !== expected)
    return {
      state: 'hook-missing',
      error: `put confirmation "${expected}" into the secret`,
      account,
    };
  return { ...(await lookAfterServer(community, context, { ...group, key })), account };
});

type Ours = { readonly group_id: string; readonly key: string };

async function lookAfterServer(
  community: Community,
  { hookUrl: url }: Checking,
  { group_id, key }: Ours,
): Promise<CheckResult> {
  const listed = await call(community, 'groups.getCallbackServers', { group_id });
  if ('fault' in listed) return failed(listed.fault);
  const server = Servers.parse(listed.response).items.find((one) => one.url === url);
  const described = { group_id, url, title, secret_key: key };
  const id = await (server ? keep(community, server, described) : add(community, described));
  if (typeof id !== 'number') return { ...failed(id), state: 'hook-missing' };
  const set = await call(community, 'groups.setCallbackSettings', {
    group_id,
    server_id: id,
    api_version: '5.199',
    ...Object.fromEntries(wanted.map((event) => [event, 1])),
  });
  if ('fault' in set) return failed(set.fault);
  if (server && server.status !== 'ok' && server.status !== 'wait')
    return { state: 'failing', error: `vk: the callback server is "${server.status}"` };
  return { state: 'working' };
}

type Described = Readonly<Record<'group_id' | 'url' | 'title' | 'secret_key', string>>;

async function add(community: Community, described: Described): Promise<number | Fault> {
  const added = await call(community, 'groups.addCallbackServer', described);
  return 'fault' in added ? added.fault : Added.parse(added.response).server_id;
}

/** Its key is changed only when VK says it has another: each change lets VK ask for the confirmation again. */
async function keep(
  community: Community,
  { id, secret_key: known }: Server,
  described: Described,
): Promise<number | Fault> {
  if (known === undefined || known === described.secret_key) return id;
  const edited = await call(community, 'groups.editCallbackServer', {
    ...described,
    server_id: id,
  });
  return 'fault' in edited ? edited.fault : id;
}

const failed = (fault: Fault): CheckResult => ({
  state: fault.kind === 'failed' && fault.isRevoked ? 'revoked' : 'failing',
  error: fault.error,
});
