import type { Message } from '../../../schemas/timeline.ts';

/** Where the file to print lies: one for each sending, since the words on it keep their date. */
export const letterFileKey = ({ id, delivery }: Pick<Message, 'id' | 'delivery'>): string =>
  `files/${id}/letter-${delivery?.resends ?? 0}.pdf`;
