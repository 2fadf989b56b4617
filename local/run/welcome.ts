import { join, relative } from 'node:path';
import type { DeskModel } from '../template/model.ts';
import { LOCAL } from './addresses.ts';
import type { RunningDesk } from './running-desk.ts';
import { takes } from './smtp/recipients.ts';
import { readPeople } from './sign-in/people.ts';

/** What a person needs to know when the desk is up. */
export function welcome(desk: RunningDesk): string {
  const people = readPeople(desk.dataFolder).map(
    ({ name, email, role }) => `      ${name.padEnd(20)} ${role.padEnd(12)} ${email}`,
  );
  const recipients = mailboxes(desk.model);
  const logs = relative(process.cwd(), join(desk.dataFolder, 'logs')) || '.';
  return `
  The desk          ${desk.baseUrl}/
  Request form      ${desk.baseUrl}/request
  Site chat         ${desk.baseUrl}${LOCAL.shop}
  Outbox            ${desk.baseUrl}${LOCAL.outbox}
  Mail to the desk  smtp://127.0.0.1:${desk.smtpPort}  to ${recipients.join(', ')}
  Logs              ${logs}/<function>.log

  Who can sign in (one click, no password):
${people.length > 0 ? people.join('\n') : '      nobody yet: the seed has not run'}

  A bearer token    npm run -s desk -- token <email>
  Stop              Ctrl-C; everything is kept. Start afresh with: npm start -- --fresh

`;
}

/** Addresses of ours the functions know, of those a receipt rule takes; else the rules' own words. */
function mailboxes(model: DeskModel): string[] {
  const told = model.functions.flatMap(({ environment }) => Object.values(environment)).join(' ');
  const addresses = [...new Set(told.match(/[\w.-]+@[\w-]+(?:\.[\w-]+)+/g))];
  const taken = addresses.filter((one) => model.receiptRules.some((rule) => takes(rule, one)));
  return taken.length > 0 ? taken : model.receiptRules.flatMap((rule) => rule.recipients);
}
