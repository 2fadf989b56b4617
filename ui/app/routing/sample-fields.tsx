import { useSignal } from '@preact/signals';
import { desk } from '../../state/desk.ts';
import { connectionOptions, tiersWith, topicOptions } from '../settings/options.ts';
import { words } from './words.ts';

/** A message as somebody would write it; where it arrives says on which channel. */
export const SampleFields = () => {
  const { try: value, languages } = words.value;
  const [first] = desk.value?.connections ?? [];
  const connection = useSignal(first?.id ?? '');
  const isForm = desk.value?.connections.some(
    ({ id, channel }) => id === connection.value && channel === 'form',
  );
  return (
    <>
      <label class="field">
        {value.connection}
        <select
          name="connectionId"
          value={connection.value}
          onChange={(event) => (connection.value = event.currentTarget.value)}
        >
          {connectionOptions().map(([id, name]) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {isForm && (
        <label class="field">
          {value.chosen}
          <select name="chosenTopic">
            <option value="">–</option>
            {topicOptions().map(([id, name]) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      <label class="field">
        {value.sender}
        <input name="sender" maxLength={320} autocomplete="off" />
      </label>
      <label class="field">
        {value.subject}
        <input name="subject" maxLength={500} autocomplete="off" />
      </label>
      <label class="field">
        {value.body}
        <textarea name="body" rows={4} maxLength={20_000} />
      </label>
      <div class="try-pair">
        <label class="field">
          {value.language}
          <select name="language">
            <option value="">{value.unknown}</option>
            <option value="en">{languages.en}</option>
            <option value="ru">{languages.ru}</option>
          </select>
        </label>
        <label class="field">
          {value.tier}
          <select name="tier">
            {tiersWith().map(([tier, name]) => (
              <option key={tier} value={tier}>
                {name}
              </option>
            ))}
          </select>
        </label>
      </div>
    </>
  );
};
