import { signal } from '@preact/signals';
import { texts } from '../texts/texts.ts';
import { sentenceOf } from './sentence-of.ts';
import './toast.css';

type Toast = { id: number; text: string; isBad: boolean; undo?: () => void; undoLabel?: string };

const toasts = signal<readonly Toast[]>([]);
let last = 0;

const dismiss = (id: number) => {
  toasts.value = toasts.value.filter((toast) => toast.id !== id);
};

/**
 * Says what was done, for eight seconds, in place of what was done before: only the last step can be taken back,
 * by `undo`, which is called by `undoLabel` where "Undo" would promise too much. What went wrong stays.
 */
export const say = (text: string, undo?: () => void, undoLabel?: string): void => {
  const id = ++last;
  const bad = toasts.value.filter(({ isBad }) => isBad);
  const back = { ...(undo && { undo }), ...(undoLabel && { undoLabel }) };
  toasts.value = [...bad.slice(-2), { id, text, isBad: false, ...back }];
  setTimeout(() => dismiss(id), 8000);
};

/** Says what went wrong in words that help; stays until it is put away. */
export const complain = (error: unknown): void => {
  const id = ++last;
  toasts.value = [...toasts.value.slice(-2), { id, text: sentenceOf(error), isBad: true }];
};

export const Toasts = () => (
  <div class="toasts" role="status">
    {toasts.value.map((toast) => (
      <div
        key={toast.id}
        class={toast.isBad ? 'toast bad' : 'toast'}
        role={toast.isBad ? 'alert' : undefined}
      >
        <span>{toast.text}</span>
        {toast.undo && (
          <button
            type="button"
            class="quiet"
            onClick={() => {
              dismiss(toast.id);
              toast.undo?.();
            }}
          >
            {toast.undoLabel ?? texts.value.app.undo}
          </button>
        )}
        <button
          type="button"
          class="quiet"
          aria-label={texts.value.app.close}
          onClick={() => dismiss(toast.id)}
        >
          ×
        </button>
      </div>
    ))}
  </div>
);
