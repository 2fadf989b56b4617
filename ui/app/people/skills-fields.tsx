import type { Skills } from '../../../schemas/desk.ts';
import { listWords } from '../settings/list-words.ts';
import {
  channelOptions,
  languageOptions,
  nameIn,
  type Options,
  tiersWith,
  topicOptions,
} from '../settings/options.ts';
import { type SkillKind, withSkill } from './person.ts';
import type { PersonFields } from './person-detail.tsx';
import { words } from './words.ts';

const optionsOf: Record<SkillKind, () => Options> = {
  topics: topicOptions,
  languages: languageOptions,
  tiers: tiersWith,
  channels: channelOptions,
};
const kinds: readonly SkillKind[] = ['topics', 'languages', 'tiers', 'channels'];

const levelsOf = (skills: Skills | undefined, kind: SkillKind): Readonly<Record<string, number>> =>
  skills?.[kind] ?? {};

/** What the person can, and how well. A kind is opened to change it; closed it says what is chosen. */
export const SkillsFields = ({ draft, put }: PersonFields) => {
  const { value } = words;
  return (
    <section class="part">
      <h3>{value.skills}</h3>
      <p class="hint">{value.skillsHint}</p>
      {kinds.map((kind) => (
        <Kind
          key={kind}
          kind={kind}
          levels={levelsOf(draft.skills, kind)}
          onChange={(...change) => put({ skills: withSkill(draft.skills, kind, change) })}
        />
      ))}
    </section>
  );
};

type KindProps = {
  kind: SkillKind;
  levels: Readonly<Record<string, number>>;
  onChange: (id: string, level: number | undefined) => void;
};

const Kind = ({ kind, levels, onChange }: KindProps) => {
  const { value } = words;
  const options = optionsOf[kind]();
  const told = Object.entries(levels).map(([id, level]) => `${nameIn(options, id)} ${level}`);
  const gone: Options = Object.keys(levels)
    .filter((id) => !options.some(([option]) => option === id))
    .map((id) => [id, id]);
  return (
    <details class="person-more">
      <summary>
        {value.skillKinds[kind]}: <span class="hint">{told.join(', ') || value.asLine}</span>
      </summary>
      <ul class="skill-levels">
        {[...options, ...gone].map(([id, name]) => (
          <li key={id}>
            <label>
              <span>{name}</span>
              <select
                value={levels[id] ?? ''}
                onChange={(event) => onChange(id, Number(event.currentTarget.value) || undefined)}
              >
                <option value="">{value.notThis}</option>
                {Object.entries(listWords.value.levels).map(([level, meaning]) => (
                  <option key={level} value={level}>
                    {meaning}
                  </option>
                ))}
              </select>
            </label>
          </li>
        ))}
      </ul>
    </details>
  );
};
