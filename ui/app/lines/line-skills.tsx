import { desk } from '../../state/desk.ts';
import { language } from '../../state/preferences.ts';
import { Faults } from '../settings/faults.tsx';
import { SkillsFields } from '../settings/skills-fields.tsx';
import type { LineProps } from './line-editor.tsx';
import { withPart } from './lines.ts';
import { linesEditor } from './lines-state.ts';
import { words } from './words.ts';

/** What the line can answer: the topics that name it, or what is chosen for it. */
export const LineSkills = ({ line, at, onChange }: LineProps) => {
  const { value } = words;
  const named = (desk.value?.topics ?? [])
    .filter((topic) => topic.line === line.id)
    .map(({ name }) => name[language.value] ?? name.en);
  const mode = line.skills ? 'chosen' : 'named';
  return (
    <fieldset class="part">
      <legend>{value.skills}</legend>
      <div>
        {(['named', 'chosen'] as const).map((one) => (
          <label key={one} class="switch">
            <input
              type="radio"
              name={`skills-${line.id}`}
              checked={mode === one}
              onChange={() => onChange(withPart(line, 'skills', one === 'chosen' ? {} : undefined))}
            />
            {value.skillModes[one]}
          </label>
        ))}
      </div>
      {line.skills ? (
        <SkillsFields skills={line.skills} onChange={(skills) => onChange({ ...line, skills })} />
      ) : (
        <p class="hint">{named.length > 0 ? value.namedBy(named.join(', ')) : value.namedByNone}</p>
      )}
      <Faults of={linesEditor.faults.value} at={`${at}.skills`} isDeep />
    </fieldset>
  );
};
