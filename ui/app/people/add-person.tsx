import { useSignal } from '@preact/signals';
import type { Agent } from '../../../schemas/agent.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { sentenceOf } from '../../parts/sentence-of.ts';
import { say } from '../../parts/toast.tsx';
import { call } from '../../state/desk.ts';
import { texts } from '../../texts/texts.ts';
import { roleOptions } from './people-state.ts';

/** A form for one more person; says beside the fields what is wrong with them. */
export const AddPerson = ({ onClose }: { onClose: (added?: Agent) => void }) => {
  const words = texts.value.people;
  const problem = useSignal('');
  const add = async (form: HTMLFormElement) => {
    const data = new FormData(form);
    const field = (name: string) => {
      const value = data.get(name);
      return typeof value === 'string' ? value : '';
    };
    try {
      const { agent } = await call('addAgent', {
        body: { name: field('name'), email: field('email'), role: field('role') },
      });
      say(words.saved);
      onClose(agent);
    } catch (error) {
      problem.value = sentenceOf(error);
    }
  };
  return (
    <Dialog title={words.add} onClose={() => onClose()}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void add(event.currentTarget);
        }}
      >
        <label class="field">
          {words.name}
          <input name="name" required maxLength={80} autocomplete="off" />
        </label>
        <label class="field">
          {words.email}
          <input name="email" type="email" required autocomplete="off" />
        </label>
        <label class="field">
          {words.role}
          <select name="role">
            {roleOptions.value.map(([role, name]) => (
              <option key={role} value={role}>
                {name}
              </option>
            ))}
          </select>
        </label>
        {problem.value && (
          <p class="problem" role="alert">
            {problem.value}
          </p>
        )}
        <button type="submit" class="primary">
          {words.save}
        </button>
      </form>
    </Dialog>
  );
};
