import type { Topic } from '../../schemas/desk.ts';
import { defaultLines } from '../desk/defaults/lines.ts';
import { defaultTopics } from '../desk/defaults/topics.ts';
import type { DeskStore } from '../desk/settings-stores.ts';

/** The deployed topics as last edited, else as a new desk has them. 1 read unit. */
export const loadTopics = async (
  desk: Pick<DeskStore, 'load'>,
  deployed: readonly string[],
): Promise<readonly Topic[]> => describedTopics((await desk.load('topics'))?.items, deployed);

/** In the order of the settings; a topic that nobody described yet works under its id, unseen by customers. */
export const describedTopics = (
  stored: readonly Topic[] | undefined,
  deployed: readonly string[],
): readonly Topic[] => {
  const described = new Map(
    [...defaultTopics, ...(stored ?? [])].map((topic) => [topic.id, topic]),
  );
  return deployed.map((id) => described.get(id) ?? undescribed(id));
};

const undescribed = (id: string): Topic => ({
  id,
  name: { en: id },
  question: { en: id },
  line: defaultLines[0]?.id ?? 'front',
  keywords: [],
  form: [],
  isPublic: false,
});
