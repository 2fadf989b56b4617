import type { OutsideAnswer } from '../provider.ts';
import { instagramAccounts, pages, phoneNumbers } from './accounts.ts';
import { unknownNode } from './refused.ts';

/** Who an id is: a number, a page, an account, or a person; of whom …033 does not let themselves be looked at. */
export function describedNode(node: string, host: 'facebook' | 'instagram'): OutsideAnswer {
  if (phoneNumbers.includes(node)) {
    return found({
      id: node,
      verified_name: 'Kopilka',
      display_phone_number: '+49 30 56790002',
    });
  }
  if (node === 'app') return found({ id: '1' });
  if (node === 'me' && host === 'instagram') {
    const account = instagramAccounts.find(({ flavor }) => flavor === 'login');
    return found({ id: '1', user_id: account?.id, username: 'kopilka' });
  }
  const page = pages.find(({ id }) => node === 'me' || id === node);
  if (page) {
    const account = instagramAccounts.find(({ flavor }) => flavor === 'page');
    return found({
      ...page,
      ...(account && { instagram_business_account: { id: account.id, username: 'kopilka' } }),
    });
  }
  if (!/^\d{6,20}$/.test(node) || node.endsWith('033')) return unknownNode(node);
  return found(
    host === 'instagram'
      ? { id: node, name: 'Olya Petrova', username: 'olya.p' }
      : { id: node, first_name: 'Olya', last_name: 'Petrova' },
  );
}

const found = (body: unknown): OutsideAnswer => ({ status: 200, body });
