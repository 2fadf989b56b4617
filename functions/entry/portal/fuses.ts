import { Problem } from '../../desk/problem.ts';
import type { PortalDeps, Visitor } from './portal-deps.ts';

/** A mobile carrier puts thousands of people behind one address, so it is a coarse sieve; an e-mail address is one person. */
const requestsPerHour = { ip: 300, email: 10 } as const;
const uploadsPerHour = 600;
/** Opening, reading on and coming back of everybody behind one address. */
const chatRequestsPerHour = 20_000;

/**
 * Counts requests by network address and by typed e-mail address, hashed by the store.
 * @throws Problem `requests.too-many`
 */
export const passRequestFuse = async (
  { fuses, now }: Pick<PortalDeps, 'fuses' | 'now'>,
  visitor: Visitor,
  email: string,
): Promise<void> => {
  const window = { window: 'hour', now: now() } as const;
  const [byIp, byEmail] = await Promise.all([
    fuses.count({ key: `form|ip|${visitor.ip}`, ...window }),
    fuses.count({ key: `form|email|${email}`, ...window }),
  ]);
  if (byIp > requestsPerHour.ip || byEmail > requestsPerHour.email) throw tooMany();
};

/** @throws Problem `requests.too-many` */
export const passUploadFuse = async (
  { fuses, now }: Pick<PortalDeps, 'fuses' | 'now'>,
  visitor: Visitor,
): Promise<void> => {
  const count = await fuses.count({ key: `upload|ip|${visitor.ip}`, window: 'hour', now: now() });
  if (count > uploadsPerHour) throw tooMany();
};

/** @throws Problem `requests.too-many` */
export const passChatFuse = async (
  { fuses, now }: Pick<PortalDeps, 'fuses' | 'now'>,
  visitor: Visitor,
): Promise<void> => {
  const count = await fuses.count({ key: `chat|ip|${visitor.ip}`, window: 'hour', now: now() });
  if (count > chatRequestsPerHour) throw tooMany();
};

const tooMany = () =>
  new Problem(
    'too-many',
    'requests.too-many',
    'Those were many requests in a short time. Try again in an hour.',
  );
