import type * as endpoints from '../../../schemas/api/portal.ts';
import type { FormRequest } from '../../../schemas/queue.ts';
import { invalid, Problem } from '../../desk/problem.ts';
import type { Handler } from '../../http/types.ts';
import { log } from '../../observe/log.ts';
import { loadLists } from '../desk-lists.ts';
import { checkFields } from './check-fields.ts';
import { passRequestFuse } from './fuses.ts';
import type { PortalDeps, Visitor } from './portal-deps.ts';

/** Whose uploads a public request may name: those granted by this API. */
export const portalOwner = 'portal';

/**
 * Takes a request and hands it to intake. It is answered only after the queue has it, and answered the same whether
 * the address is known here or not. The typed address proves nothing: no confirmation carries submitted text, no
 * older ticket is shown or joined (channels.md 12).
 */
export const createRequest =
  (deps: PortalDeps): Handler<typeof endpoints.createRequest, Visitor> =>
  async ({ body }, visitor) => {
    if (body.website !== '') {
      // A person cannot see this field. The robot is not told that it was found out.
      log.info('form.robot', { submissionId: body.submissionId });
      return { accepted: true };
    }
    const email = body.email.toLowerCase();
    const connectionId = formConnectionOf(deps);
    const topic = (await loadLists(deps.desk, deps.settings)).topics.find(
      (offered) => offered.isPublic && offered.id === body.topic,
    );
    if (!topic) throw invalid('topic.missing', 'Choose one of the topics on the form.');
    const fields = checkFields(topic, body.fields, body.attachments.length);
    // Counted only now: who corrects a field of the form is no flood.
    await passRequestFuse(deps, visitor, email);
    const attachments = await deps.uploads.take(body.attachments, {
      owner: portalOwner,
      folder: `files/form-${body.submissionId}`,
    });
    const { submissionId, name, text, language } = body;
    const request: FormRequest = {
      kind: 'form',
      connectionId,
      submissionId,
      receivedAt: deps.now(),
      topic: topic.id,
      email,
      name,
      text,
      fields: { ...fields },
      attachments: [...attachments],
      language,
    };
    await deps.enqueue(JSON.stringify(request));
    log.info('form.accepted', { submissionId, topic: topic.id, files: attachments.length });
    return { accepted: true };
  };

const formConnectionOf = ({ settings }: Pick<PortalDeps, 'settings'>): string => {
  const form = settings.connections.find((connection) => connection.channel === 'form');
  if (form) return form.id;
  throw new Problem(
    'unavailable',
    'form.closed',
    'This desk takes no requests by the form. Write a mail instead.',
  );
};
