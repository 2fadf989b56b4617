import type { AuditEntry } from '../../../schemas/audit.ts';
import { language } from '../../state/preferences.ts';
import { type Changes, changesIn, type Difference, differencesOf, nameOf } from './difference.ts';
import { words } from './words.ts';

const shown = (value: unknown): string => {
  const { nothing, yes, no } = words.value;
  if (value === undefined || value === '') return nothing;
  if (typeof value === 'boolean') return value ? yes : no;
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  if (Array.isArray(value) && value.every((item) => typeof item !== 'object'))
    return value.length > 0 ? value.join(', ') : nothing;
  return JSON.stringify(value);
};

/** Of what came or went whole, only what it held; the name leads, the rest in the order of the texts. */
const inOrder = (differences: readonly Difference[], isWhole: boolean): readonly Difference[] => {
  const names = Object.keys(words.value.fields);
  const place = ({ path: [first = ''] }: Difference) => {
    const at = names.indexOf(first);
    return at < 0 ? names.length : at;
  };
  const isEmpty = ({ before, after }: Difference) => {
    const value = before ?? after;
    return value === '' || (Array.isArray(value) && value.length === 0);
  };
  return differences
    .filter((difference) => !isWhole || !isEmpty(difference))
    .toSorted((a, b) => place(a) - place(b));
};

const pathText = (path: readonly string[]): string =>
  path.map((part) => words.value.fields[part] ?? part).join(' › ');

/** What a line of the trail changed: items that came and went, values that are others now; at worst as it is stored. */
export const ChangesView = ({ entry }: { entry: AuditEntry }) => {
  const changes = changesIn(entry.changes);
  return (
    <div class="audit-changes">
      {entry.isCut && <p class="hint">{words.value.isCut}</p>}
      {changes ? (
        <ListChanges changes={changes} />
      ) : (
        <pre tabIndex={0}>{JSON.stringify(entry.changes, undefined, 2)}</pre>
      )}
    </div>
  );
};

const ListChanges = ({ changes }: { changes: Changes }) => {
  const { added, removed, changed, reordered } = changes;
  const { value } = words;
  const isEmpty = added.length + removed.length + changed.length === 0 && !reordered;
  return (
    <>
      {isEmpty && <p>{value.noChanges}</p>}
      {reordered && <p>{value.reordered}</p>}
      {added.map((item, at) => (
        <Item
          key={`+${at}`}
          kind="added"
          item={item}
          differences={differencesOf(undefined, item)}
        />
      ))}
      {removed.map((item, at) => (
        <Item
          key={`-${at}`}
          kind="removed"
          item={item}
          differences={differencesOf(item, undefined)}
        />
      ))}
      {changed.map(({ before, after }, at) => (
        <Item key={at} kind="changed" item={after} differences={differencesOf(before, after)} />
      ))}
    </>
  );
};

type ItemProps = {
  kind: 'added' | 'removed' | 'changed';
  item: unknown;
  differences: readonly Difference[];
};

const Item = ({ kind, item, differences }: ItemProps) => {
  const { value } = words;
  const [hasBefore, hasAfter] = [kind !== 'added', kind !== 'removed'];
  return (
    <div class="audit-item">
      <h3>
        {value[kind]} <b>{nameOf(item, language.value)}</b>
      </h3>
      <table>
        <thead>
          <tr>
            <th scope="col">{value.field}</th>
            {hasBefore && <th scope="col">{value.before}</th>}
            {hasAfter && <th scope="col">{value.after}</th>}
          </tr>
        </thead>
        <tbody>
          {inOrder(differences, kind !== 'changed').map(({ path, before, after }) => (
            <tr key={path.join('.')}>
              <th scope="row">{pathText(path)}</th>
              {hasBefore && (
                <td data-side={value.before} class="was">
                  {shown(before)}
                </td>
              )}
              {hasAfter && <td data-side={value.after}>{shown(after)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
