import type { AlertPolicy } from '../../../schemas/alert-policy.ts';
import { desk } from '../../state/desk.ts';
import { Faults } from '../settings/faults.tsx';
import { SelectField } from '../settings/fields.tsx';
import { mayEdit } from '../settings/may-edit.ts';
import { NumberField, SwitchField } from '../settings/text-fields.tsx';
import { alertsEditor } from './alerts-state.ts';
import { words } from './words.ts';

type Props = { policy: AlertPolicy; onChange: (policy: AlertPolicy) => void };

/** How many at once, and whether at any hour. */
export const Limits = ({ policy, onChange }: Props) => {
  const { value } = words;
  return (
    <fieldset class="alerts-part" disabled={!mayEdit()}>
      <legend class="inner-legend">{value.limits}</legend>
      <NumberField
        label={value.digestAbove}
        unit={value.digestUnit}
        hint={value.digestHint}
        value={policy.digestAbove}
        min={1}
        max={1000}
        onChange={(digestAbove) => onChange({ ...policy, digestAbove: digestAbove ?? 1 })}
        at="digestAbove"
        faults={alertsEditor.faults.value}
      />
      <SwitchField
        label={value.holds}
        hint={value.holdsHint}
        isOn={policy.holdsOutsideHours}
        onChange={(holdsOutsideHours) => onChange({ ...policy, holdsOutsideHours })}
      />
    </fieldset>
  );
};

/** Places of the desk's own: a chat of one of its bots; the others are secrets. */
export const Places = ({ policy, onChange }: Props) => {
  const { value } = words;
  const { telegram, ...others } = policy;
  const bots = (desk.value?.connections ?? [])
    .filter(({ channel }) => channel === 'telegram')
    .map(({ id, name }) => [id, name] as const);
  const faults = alertsEditor.faults.value;
  return (
    <fieldset class="alerts-part" disabled={!mayEdit()}>
      <legend class="inner-legend">{value.telegramTitle}</legend>
      {bots.length === 0 && !telegram ? (
        <p class="hint">{value.noBots}</p>
      ) : (
        <div class="rule-fields">
          <div>
            <SelectField
              label={value.bot}
              value={telegram?.connectionId ?? ''}
              none={value.noBot}
              options={bots}
              onChange={(connectionId) =>
                onChange({
                  ...others,
                  ...(connectionId && {
                    telegram: { connectionId, chatId: telegram?.chatId ?? '' },
                  }),
                })
              }
            />
            <Faults of={faults} at="telegram.connectionId" />
          </div>
          {telegram && (
            <label class="field">
              {value.chat}
              <input
                class="mono"
                value={telegram.chatId}
                maxLength={40}
                spellcheck={false}
                autocomplete="off"
                onInput={(event) => {
                  const chatId = event.currentTarget.value.trim();
                  onChange({ ...others, telegram: { ...telegram, chatId } });
                }}
              />
              <span class="hint">{value.chatHint}</span>
              <Faults of={faults} at="telegram.chatId" />
            </label>
          )}
        </div>
      )}
      <h3>{value.slackTitle}</h3>
      <p class="hint">{value.slackHint}</p>
      <pre class="alerts-command" tabIndex={0}>
        {value.slackCommand}
      </pre>
      <p class="hint">{value.webhookHint}</p>
    </fieldset>
  );
};
