import type { TierPolicy } from '../../../schemas/tier.ts';
import { language } from '../../state/preferences.ts';
import { texts } from '../../texts/texts.ts';
import { ItemList } from '../settings/item-list.tsx';
import { SettingsPage } from '../settings/page.tsx';
import { SaveBar, useEditor } from '../settings/save-bar.tsx';
import { TierEditor } from './tier-editor.tsx';
import { blankTier } from './tiers.ts';
import { tiersEditor } from './tiers-state.ts';
import { words } from './words.ts';

const { draft, edit, faults } = tiersEditor;

/** Standings of customers by rank, and what becomes of a personal manager's tickets. */
export const TiersScreen = () => {
  const { value } = words;
  useEditor(tiersEditor);
  const tiers = draft.value ?? [];
  return (
    <SettingsPage
      of="tiers"
      title={value.title}
      hint={value.hint}
      isReady={draft.value !== undefined}
    >
      <ItemList
        label={value.title}
        items={tiers}
        latest={() => draft.value ?? []}
        onChange={edit}
        faults={faults.value}
        empty={<p>{value.empty}</p>}
        add={{ label: value.add, make: () => blankTier(tiers, value.newTier) }}
        show={(tier) => ({
          name: tier.name[language.value] ?? tier.name.en,
          summary: <Summary tier={tier} />,
        })}
        fields={(tier, put, at) => <TierEditor tier={tier} at={at} onChange={put} />}
      />
      <SaveBar editor={tiersEditor} />
    </SettingsPage>
  );
};

const Summary = ({ tier: { priority, manager } }: { tier: TierPolicy }) => {
  const { value } = words;
  const what = [
    priority && value.atLeast(texts.value.priority[priority]),
    manager ? value.withManager : value.noManager,
  ];
  return <p class="hint">{what.filter(Boolean).join(' · ')}</p>;
};
