import { words } from './words.ts';

/** Leads from the calendar of peaks to the forecast and back. */
export const PeakTabs = ({ of }: { of: 'peaks' | 'forecast' }) => {
  const { value } = words;
  return (
    <nav class="tabs" aria-label={value.tabs}>
      <a href="/peaks" aria-current={of === 'peaks' ? 'page' : undefined}>
        {value.title}
      </a>
      <a href="/peaks/forecast" aria-current={of === 'forecast' ? 'page' : undefined}>
        {value.forecastTitle}
      </a>
    </nav>
  );
};
