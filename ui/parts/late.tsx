import { useSignal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import { texts } from '../texts/texts.ts';

/**
 * A screen whose script is loaded when it is first opened. When it does not come (the line is down, or a newer desk
 * was put in place and the old file is gone) the person is told and can load the page again.
 */
export const late = (load: () => Promise<ComponentType>): ComponentType => {
  let known: ComponentType | undefined;
  return function Late() {
    const state = useSignal<'loading' | 'ready' | 'failed'>(known ? 'ready' : 'loading');
    useEffect(() => {
      if (known) return;
      load().then(
        (screen) => {
          known = screen;
          state.value = 'ready';
        },
        () => (state.value = 'failed'),
      );
    }, []);
    if (state.value === 'failed')
      return (
        <div class="empty">
          <p role="alert">{texts.value.problems.offline}</p>
          <button type="button" onClick={() => location.reload()}>
            {texts.value.app.tryAgain}
          </button>
        </div>
      );
    const Screen = known;
    return state.value === 'ready' && Screen ? <Screen /> : <p class="empty" aria-busy="true" />;
  };
};
