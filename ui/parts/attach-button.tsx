type Props = { label: string; class?: string; onFiles: (files: readonly File[]) => void };

/** A button that asks for files; the browser's own input is there, only not seen. */
export const AttachButton = ({ label, class: look, onFiles }: Props) => (
  <label class={`button ${look ?? ''}`}>
    {label}
    <input
      type="file"
      multiple
      class="visually-hidden"
      onChange={(event) => {
        onFiles([...(event.currentTarget.files ?? [])]);
        event.currentTarget.value = '';
      }}
    />
  </label>
);
