import type * as endpoints from '../../../../schemas/api/tickets.ts';
import type { Note } from '../../../../schemas/timeline.ts';
import { note, noteIdOf } from '../../../desk/tickets/note.ts';
import type { ApiDeps } from '../api-deps.ts';
import type { UseCase } from '../types.ts';
import { saveWithRetry } from './save-with-retry.ts';

/** Newest entries in which a repeated note is looked for: a browser repeats within seconds. */
const recentEntries = 30;

/** The same `clientId` again, also at the same moment, answers with the note already saved. */
export const addNote: UseCase<typeof endpoints.addNote> =
  (deps) =>
  async ({ params, body }, agent) => {
    const { ticketId } = params;
    const id = noteIdOf(ticketId, agent.id, body.clientId);
    const { result } = await saveWithRetry(deps, { ticketId, by: agent }, async (loaded) => {
      // Looked for after the ticket was loaded: a note saved later makes the save stale and comes back here.
      const saved = await findNote(deps, ticketId, id);
      if (saved) return { result: saved };
      const attachments = await deps.uploads.take(body.attachments, {
        owner: agent.id,
        folder: `files/${id}`,
      });
      const { change, note: added } = note({ ...loaded, ...body, by: agent, attachments });
      return { change, result: added };
    });
    return { note: result };
  };

const findNote = async (
  { tickets }: Pick<ApiDeps, 'tickets'>,
  ticketId: string,
  id: string,
): Promise<Note | undefined> => {
  const found = await tickets.loadWithTimeline(ticketId, { limit: recentEntries });
  return found?.entries.filter((entry) => entry.type === 'note').find((entry) => entry.id === id);
};
