import type { Topic } from '../../../schemas/desk.ts';
import { language } from '../../state/preferences.ts';
import { ItemList } from '../settings/item-list.tsx';
import { lineOptions, nameIn } from '../settings/options.ts';
import { SettingsPage } from '../settings/page.tsx';
import { SaveBar, useEditor } from '../settings/save-bar.tsx';
import { TopicEditor } from './topic-editor.tsx';
import { topicsEditor } from './topics-state.ts';
import { words } from './words.ts';

const { draft, edit, faults } = topicsEditor;

/** What customers write about: names, words and the request form of every topic. */
export const TopicsScreen = () => {
  const { value } = words;
  useEditor(topicsEditor);
  return (
    <SettingsPage
      of="topics"
      title={value.title}
      hint={value.hint}
      isReady={draft.value !== undefined}
    >
      <ItemList
        label={value.title}
        items={draft.value ?? []}
        latest={() => draft.value ?? []}
        onChange={edit}
        faults={faults.value}
        empty={<p>{value.empty}</p>}
        isFixed
        show={(topic) => ({
          name: topic.name[language.value] ?? topic.name.en,
          tags: <Tags topic={topic} />,
          summary: <Summary topic={topic} />,
        })}
        fields={(topic, put, at) => <TopicEditor topic={topic} at={at} onChange={put} />}
      />
      <SaveBar editor={topicsEditor} />
    </SettingsPage>
  );
};

const Tags = ({ topic: { isPublic, isProtected, needs = 1 } }: { topic: Topic }) => {
  const { value } = words;
  const tags = [
    !isPublic && value.notPublic,
    isProtected && value.protected,
    needs > 1 && value.level(needs),
  ];
  return (
    <>
      {tags.filter(Boolean).map((tag) => (
        <span key={tag} class="tag">
          {tag}
        </span>
      ))}
    </>
  );
};

const Summary = ({ topic }: { topic: Topic }) => (
  <>
    <p>{topic.question[language.value] ?? topic.question.en}</p>
    <p class="hint">
      {words.value.summary(
        nameIn(lineOptions(), topic.line),
        topic.keywords.length,
        topic.form.length,
      )}
    </p>
  </>
);
