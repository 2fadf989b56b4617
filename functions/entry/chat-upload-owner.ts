import type { Visit } from '../desk/visits.ts';

/** Whose uploads a message of this conversation may name. */
export const chatUploadOwner = ({ connectionId, chat }: Pick<Visit, 'connectionId' | 'chat'>) =>
  `chat|${connectionId}|${chat}`;
