import type { OutsideAnswer, ProviderStandIn } from './provider.ts';

type Fields = Readonly<Record<string, string>>;
type Method = (fields: Fields, base: string) => OutsideAnswer;

/** The community's callback servers, as groups.addCallbackServer left them. */
const servers: { id: number; url: string; title: string; status: string; secret_key: string }[] =
  [];
/** What messages.send answered for a `random_id` of a conversation: it sends each once. */
const sent = new Map<string, { message_id: number; conversation_message_id: number }>();
let nextId = Math.floor(Date.now() / 1_000);

/**
 * Answers as the API does: always 200, failures as `error`. Source: VK API 5.199, "messages.send", "Errors",
 * "groups.addCallbackServer".
 */
export const answerVk: ProviderStandIn = ({ path, body, base }) => {
  const fields = Object.fromEntries(new URLSearchParams(body.toString('utf8')));
  const method = methods[path.replace('/method/', '')];
  if (!method) return refused(3, 'Unknown method passed');
  if (!fields['access_token']) return refused(5, 'User authorization failed');
  if (!/^5\.\d+$/.test(fields['v'] ?? '')) return refused(8, 'Invalid request: v is required');
  return method(fields, base);
};

/** Files are posted elsewhere, each to an address asked for before. */
export const answerVkUpload: ProviderStandIn = ({ path, body, headers }) => {
  if (!headers['content-type']?.startsWith('multipart/form-data')) return { status: 400 };
  const field = path === '/photo' ? 'photo' : 'file';
  if (!body.includes(`name="${field}"`)) return { status: 200, body: { error: 'no_file' } };
  return path === '/photo'
    ? { status: 200, body: { server: 1, photo: '[{"photo":"p"}]', hash: 'h' } }
    : { status: 200, body: { file: 'file|token' } };
};

const methods: Readonly<Record<string, Method>> = {
  'messages.send': sendMessage,
  'messages.edit': ({ peer_id: peer, conversation_message_id: number, message }) =>
    peer && number && message ? answered(1) : refused(100, 'One of the parameters is missing'),
  'messages.sendMessageEventAnswer': ({ event_id: event, user_id: user, peer_id: peer }) =>
    event && user && peer ? answered(1) : refused(100, 'One of the parameters is missing'),
  'photos.getMessagesUploadServer': (_fields, base) => answered({ upload_url: pu(base, 'photo') }),
  'photos.saveMessagesPhoto': ({ server, photo, hash }) =>
    server && photo && hash
      ? answered([{ id: (nextId += 1), owner_id: -1, access_key: 'key' }])
      : refused(100, 'server, photo and hash are required'),
  'docs.getMessagesUploadServer': (_fields, base) => answered({ upload_url: pu(base, 'doc') }),
  'docs.save': ({ file }) =>
    file
      ? answered({ type: 'doc', doc: { id: (nextId += 1), owner_id: -1 } })
      : refused(100, 'file is required'),
  'users.get': ({ user_ids: id }) =>
    answered([{ id: Number(id), first_name: 'Olya', last_name: 'Petrova' }]),
  'groups.getById': ({ group_id: group }) =>
    answered({ groups: [{ id: Number(group), name: 'Kopilka' }], profiles: [] }),
  'groups.getCallbackConfirmationCode': () => answered({ code: '3d9a1c2b' }),
  'groups.getCallbackServers': () => answered({ count: servers.length, items: servers }),
  'groups.addCallbackServer': ({ url = '', title = '', secret_key: key = '' }) => {
    if (!/^https:|^http:\/\/127\.0\.0\.1/.test(url)) return refused(100, 'url is not valid');
    if (title === '' || title.length > 14) return refused(100, 'title is not 1 to 14 characters');
    if (key.length > 50) return refused(100, 'secret_key is longer than 50 characters');
    if (servers.length === 10) return refused(2000, 'Servers number limit is reached');
    const id = servers.length + 1;
    servers.push({ id, url, title, status: 'ok', secret_key: key });
    return answered({ server_id: id });
  },
  'groups.editCallbackServer': ({ server_id: id, secret_key: key = '' }) => {
    const server = servers.find((one) => String(one.id) === id);
    if (!server) return refused(100, 'server_id is unknown');
    server.secret_key = key;
    return answered(1);
  },
  'groups.setCallbackSettings': ({ server_id: id }) =>
    servers.some((one) => String(one.id) === id) ? answered(1) : refused(100, 'server_id'),
};

function sendMessage(fields: Fields): OutsideAnswer {
  const { peer_ids: peer, random_id: random = '', message = '', attachment = '' } = fields;
  if (!peer) return refused(100, 'peer_ids is required');
  if (!/^-?\d{1,10}$/.test(random)) return refused(100, 'random_id is required');
  if (message === '' && attachment === '') return refused(100, 'message is empty');
  if (message.length > 4096) return refused(914, 'Message is too long');
  const key = `${peer}#${random}`;
  const before = sent.get(key);
  nextId += 1;
  const ids = before ?? { message_id: nextId, conversation_message_id: nextId };
  if (random !== '0') sent.set(key, ids);
  return answered([{ peer_id: Number(peer), ...ids }]);
}

/** The upload server beside this one. */
const pu = (base: string, what: string) => `${base.replace(/[^/]+$/, 'pu.vk.com')}/${what}`;

const answered = (response: unknown): OutsideAnswer => ({ status: 200, body: { response } });
const refused = (code: number, words: string): OutsideAnswer => ({
  status: 200,
  body: { error: { error_code: code, error_msg: words } },
});
