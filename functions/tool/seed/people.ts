import { createHash } from 'node:crypto';
import type { BuiltInRole } from '../../../schemas/agent.ts';
import type { Language } from '../../../schemas/primitives.ts';
import { agentIdOf } from '../../desk/ids.ts';
import type { StoredAgent } from '../../desk/people-stores.ts';

type Member = {
  readonly name: string;
  readonly address: string;
  readonly role: BuiltInRole;
  readonly lines: readonly string[];
  readonly leads: readonly string[];
  readonly language: Language;
};

const domain = 'kopilka.example';

/** The people of the desk: every line has somebody, every topic a lead. */
const members: readonly Member[] = [
  {
    name: 'Olga Vetrova',
    address: 'olga',
    role: 'super-admin',
    lines: ['front', 'second', 'managers'],
    leads: ['partnership', 'legal'],
    language: 'en',
  },
  {
    name: 'Martin Lindqvist',
    address: 'martin',
    role: 'admin',
    lines: ['front', 'second'],
    leads: ['missing-cashback', 'confirmation', 'payouts'],
    language: 'en',
  },
  {
    name: 'Анна Ковальская',
    address: 'anna',
    role: 'operator',
    lines: ['front'],
    leads: ['how-to', 'account', 'other'],
    language: 'ru',
  },
  {
    name: 'Дмитрий Соколов',
    address: 'dmitry',
    role: 'operator',
    lines: ['front'],
    leads: [],
    language: 'ru',
  },
  {
    name: 'Priya Raman',
    address: 'priya',
    role: 'operator',
    lines: ['front', 'second'],
    leads: [],
    language: 'en',
  },
  {
    name: 'Lucas Ferreira da Silva',
    address: 'lucas',
    role: 'operator',
    lines: ['second'],
    leads: ['parcels', 'bug'],
    language: 'en',
  },
  {
    name: 'Екатерина Островская-Мейер',
    address: 'ekaterina',
    role: 'operator',
    lines: ['front', 'second'],
    leads: [],
    language: 'ru',
  },
  {
    name: 'Tomasz Wiśniewski',
    address: 'tomasz',
    role: 'operator',
    lines: ['managers'],
    leads: [],
    language: 'en',
  },
];

const addressOf = ({ address }: Member) => `${address}@${domain}`;

/** What the local sign-in knows of somebody, derived from the address so that it stays the same. */
const subjectOf = (email: string) =>
  createHash('sha256').update(`sub|${email}`).digest('hex').slice(0, 24);

/** As the table keeps them, on the day the desk was opened. */
export const seededAgents = (createdAt: string): readonly StoredAgent[] =>
  members.map((member) => {
    const email = addressOf(member);
    return {
      id: agentIdOf(email),
      email,
      name: member.name,
      role: member.role,
      active: true,
      lines: [...member.lines],
      leads: [...member.leads],
      language: member.language,
      createdAt,
      version: 1,
      subjects: [subjectOf(email)],
    };
  });

/** As the local sign-in reads them from `people.json`. */
export const signInPeople = (agents: readonly StoredAgent[]) =>
  agents.map(({ subjects, email, name, role }) => ({ sub: subjects[0], email, name, role }));
