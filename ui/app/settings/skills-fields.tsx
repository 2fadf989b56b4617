import type { Skills } from '../../../schemas/desk.ts';
import { language } from '../../state/preferences.ts';
import { skillsTexts } from '../../texts/settings/skills-texts.ts';
import { listWords } from './list-words.ts';
import { mayEdit } from './may-edit.ts';
import {
  channelOptions,
  entriesOf,
  languageOptions,
  nameIn,
  type Options,
  tiersWith,
  topicOptions,
} from './options.ts';
import { type SkillKind, skillKinds, withSkill } from './skills.ts';

type Props = { skills: Skills; onChange: (skills: Skills) => void };

const options: Readonly<Record<SkillKind, () => Options>> = {
  topics: topicOptions,
  languages: languageOptions,
  tiers: () => tiersWith(),
  channels: channelOptions,
};

/** What somebody can answer, with how well; a kind of which nothing is chosen is no limit. */
export const SkillsFields = ({ skills, onChange }: Props) => (
  <div class="skills">
    {skillKinds.map((kind) => (
      <Kind key={kind} kind={kind} skills={skills} onChange={onChange} />
    ))}
  </div>
);

const Kind = ({ kind, skills, onChange }: Props & { kind: SkillKind }) => {
  const words = skillsTexts[language.value];
  const all = options[kind]();
  const chosen = Object.entries(skills[kind] ?? {});
  const left = all.filter(([id]) => !chosen.some(([one]) => one === id));
  const put = (id: string, level: number | undefined) =>
    onChange(withSkill(skills, kind, [id, level]));
  return (
    <fieldset class="skill-kind">
      <legend>{words.kinds[kind]}</legend>
      {chosen.length === 0 && <p class="hint">{words.all[kind]}</p>}
      {chosen.map(([id, level]) => (
        <div key={id} class="skill">
          <span>{nameIn(all, id)}</span>
          <select
            aria-label={words.levelOf(nameIn(all, id))}
            value={String(level)}
            onChange={(event) => put(id, Number(event.currentTarget.value))}
          >
            {entriesOf(listWords.value.levels).map(([value, name]) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
          </select>
          {mayEdit() && (
            <button
              type="button"
              class="quiet"
              aria-label={`${listWords.value.remove}: ${nameIn(all, id)}`}
              onClick={() => put(id, undefined)}
            >
              ×
            </button>
          )}
        </div>
      ))}
      {mayEdit() && left.length > 0 && (
        <select
          aria-label={words.add(words.kinds[kind])}
          value=""
          onChange={(event) => {
            const id = event.currentTarget.value;
            event.currentTarget.value = '';
            if (id) put(id, 3);
          }}
        >
          <option value="">+ {listWords.value.add}</option>
          {left.map(([id, name]) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
    </fieldset>
  );
};
