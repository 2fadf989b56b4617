type Props = {
  /** What went wrong, said before the buttons. */
  problem: string;
  cancel: string;
  submit: string;
  isBusy: boolean;
  onClose: () => void;
};

/** How a dialog with a form ends: what is wrong with it, back, and on. */
export const DialogEnd = ({ problem, cancel, submit, isBusy, onClose }: Props) => (
  <>
    {problem && (
      <p class="problem" role="alert">
        {problem}
      </p>
    )}
    <div class="dialog-end">
      <button type="button" onClick={onClose}>
        {cancel}
      </button>
      <button type="submit" class="primary" disabled={isBusy}>
        {submit}
      </button>
    </div>
  </>
);
