import { invalid } from '../../../desk/problem.ts';
import type { ApiDeps } from '../api-deps.ts';

/** @throws Problem `letter.no-office` when the connection is not one of paper mail */
export const officeOf = ({ settings }: Pick<ApiDeps, 'settings'>, connectionId: string) => {
  const office = settings.connections.find(({ id }) => id === connectionId);
  if (office?.channel === 'letter') return office;
  throw invalid('letter.no-office', `${connectionId} is no office that takes letters.`);
};
