/** Drawn on a field of 16 by 16; each says by its shape what words beside it say too. */
const paths = {
  clock: 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8M8 4.6V8l2.4 1.6',
  up: 'M8 13.5v-11M3.8 6.7 8 2.5l4.2 4.2',
  tick: 'M2.8 8.6 6.4 12 13.2 4.4',
  ticks: 'M.9 8.8 4.2 12l6.4-7.4M7.4 11.4l.7.6 7-8',
  eye: 'M1.4 8S4 3.7 8 3.7 14.6 8 14.6 8 12 12.3 8 12.3 1.4 8 1.4 8M8 6.2a1.8 1.8 0 1 0 0 3.6 1.8 1.8 0 0 0 0-3.6',
  warning: 'M8 2 1.4 13.6h13.2zM8 6.4v3.4M8 11.7v.2',
  stop: 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8M3.7 3.7l8.6 8.6',
  returned: 'M6 2.8 2.4 6.4 6 10M2.4 6.4h7.4a3.6 3.6 0 0 1 0 7.2H6.4',
  question:
    'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8M6.2 6.3a1.8 1.8 0 1 1 2.5 1.7c-.5.2-.7.6-.7 1.1M8 11.2v.2',
  lock: 'M4 7.2h8v6H4zM5.6 7V5a2.4 2.4 0 0 1 4.8 0v2',
  pin: 'M8 14.4S3.4 9.8 3.4 6.3a4.6 4.6 0 0 1 9.2 0c0 3.5-4.6 8.1-4.6 8.1M8 4.8a1.6 1.6 0 1 0 0 3.2 1.6 1.6 0 0 0 0-3.2',
  phone:
    'M3.6 2.2h2.2L7 5.3 5.4 6.5c.8 1.7 2.3 3.2 4.1 4.1l1.2-1.6 3.1 1.2v2.2c0 .8-.7 1.4-1.5 1.4C7 13.4 2.6 9 2.2 3.7c0-.8.6-1.5 1.4-1.5',
  in: 'M13.4 2.6 3.6 12.4M3.6 6v6.4H10',
  out: 'M2.6 13.4l9.8-9.8M6 3.6h6.4V10',
  missed: 'M2 4.4l5 5 7-7M2 8.4v-4h4',
  voicemail:
    'M4.4 5a2.6 2.6 0 1 0 0 5.2 2.6 2.6 0 0 0 0-5.2M11.6 5a2.6 2.6 0 1 0 0 5.2 2.6 2.6 0 0 0 0-5.2M4.4 10.2h7.2',
  play: 'M4.4 2.6v10.8L13 8z',
  copy: 'M5.6 5.6h7.8v7.8H5.6zM10.4 5.4V2.6H2.6v7.8h2.8',
} as const;
export type IconName = keyof typeof paths;

/** A picture beside words; screen readers pass it by. */
export const Icon = ({ name }: { name: IconName }) => (
  <svg class="icon" viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
    <path d={paths[name]} />
  </svg>
);
