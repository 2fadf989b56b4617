import { escapeHtml, page } from '../pages/page.ts';
import type { Person } from './people.ts';

/** One button per person; no script, no password. */
export function signInPage(people: readonly Person[], action: string): string {
  const buttons = people
    .map(
      ({ sub, name, email, role }) => `<li><button name="sub" value="${escapeHtml(sub)}">
        <strong>${escapeHtml(name)}</strong> <span>${escapeHtml(role)}</span>
        <small>${escapeHtml(email)}</small></button></li>`,
    )
    .join('');
  const nobody = '<p>Nobody can sign in yet: the seed has not written any people.</p>';
  return page({
    title: 'Sign in',
    style: `ul{list-style:none;padding:0;display:grid;gap:.5rem;max-width:28rem}
      button{font:inherit;width:100%;text-align:left;padding:.75rem 1rem;cursor:pointer;
        border:1px solid var(--line);border-radius:.5rem;background:var(--card);color:inherit}
      button:hover,button:focus-visible{border-color:var(--accent);outline:2px solid var(--accent)}
      button span{float:right;color:var(--quiet)} button small{display:block;color:var(--quiet)}`,
    body: `<h1>Who are you?</h1>
      <p>This stands in for your company's sign-in while the desk runs on one machine.</p>
      ${people.length === 0 ? nobody : ''}
      <form method="post" action="${escapeHtml(action)}"><ul>${buttons}</ul></form>`,
  });
}
