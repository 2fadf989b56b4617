import type * as endpoints from '../../../../schemas/api/desk.ts';
import type { UseCase } from '../types.ts';

export const requestUpload: UseCase<typeof endpoints.requestUpload> =
  ({ uploads }) =>
  ({ body }, agent) =>
    uploads.grant(body, agent.id);
