import type { Topic } from '../../../../schemas/desk.ts';
import { loadTopics } from '../../desk-topics.ts';
import type { ApiDeps } from '../api-deps.ts';

export const deskTopics = ({
  desk,
  settings,
}: Pick<ApiDeps, 'desk' | 'settings'>): Promise<readonly Topic[]> =>
  loadTopics(desk, settings.topics);
