import { useEffect } from 'preact/hooks';
import { momentText } from '../../parts/time.ts';
import { can, desk, now, refreshDesk } from '../../state/desk.ts';
import { language } from '../../state/preferences.ts';
import { texts } from '../../texts/texts.ts';

/** How often the desk is asked whether a peak began or ended, milliseconds. */
const every = 5 * 60_000;

/** More comes than usual: which peak it is and until when. */
export const PeakBanner = () => {
  useEffect(() => {
    const timer = setInterval(() => {
      // The names and the peak of before stay; the next turn asks again.
      if (!document.hidden) refreshDesk().catch(() => undefined);
    }, every);
    return () => clearInterval(timer);
  }, []);
  const peak = desk.value?.peak;
  if (!peak || Date.parse(peak.to) <= now.value) return null;
  const text = texts.value.lines.peakOn(peak.name, momentText(peak.to, now.value, language.value));
  return <p class="peak-line">{can('peaks.read') ? <a href="/peaks">{text}</a> : text}</p>;
};
