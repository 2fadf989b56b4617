import * as keys from '../../functions/dynamo/keys.ts';
import type { AccessPattern } from './access-patterns.ts';

const visit = `${keys.visitKey('c1=').PK} / -`;
const visitors = `${keys.visitorsPartition('site-chat', 'v:1')} / socket`;
const watchers = `${keys.watchersPartition('tkt_1')} / socket`;

/** The site chat: who is there now, and which screens look on. Nothing of it outlives the socket. */
export const chatAccessPatterns: readonly AccessPattern[] = [
  {
    question: 'A visitor’s page opens',
    asks: 'VisitStore.open',
    where: 'table',
    key: `${visit}, then ${visitors}`,
    cost: '2 writes',
  },
  {
    question: 'Whose socket says this?',
    asks: 'VisitStore.find',
    where: 'table',
    key: visit,
    cost: '1 read',
  },
  {
    question: 'Whose socket is typing or reading, if not too often?',
    asks: 'VisitStore.measure',
    where: 'table',
    key: visit,
    cost: '1 write',
  },
  {
    question: 'Which pages have a conversation open?',
    asks: 'VisitStore.socketsOf',
    where: 'table',
    key: visitors,
    cost: 'one query of 50',
  },
  {
    question: 'A visitor’s page is gone',
    asks: 'VisitStore.close',
    where: 'table',
    key: `${visit}, then ${visitors}`,
    cost: '2 writes',
  },
  {
    question: 'Whose screen is this socket?',
    asks: 'VisitStore.agentAt',
    where: 'table',
    key: `${keys.connectionKey('c1=').PK} / c1=`,
    cost: '1 read',
  },
  {
    question: 'A screen shows a chat’s ticket',
    asks: 'VisitStore.watch',
    where: 'table',
    key: watchers,
    cost: '1 write',
  },
  {
    question: 'A screen looks away',
    asks: 'VisitStore.unwatch',
    where: 'table',
    key: watchers,
    cost: '1 write',
  },
  {
    question: 'Which screens show a ticket?',
    asks: 'VisitStore.watchersOf',
    where: 'table',
    key: watchers,
    cost: 'one query of 50',
  },
];
