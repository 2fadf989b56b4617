import { language } from '../../state/preferences.ts';
import { faultText } from '../../texts/settings/fault-texts.ts';
import type { Fault } from './editor.ts';

/** What is wrong at a place, or below it when nothing of the page shows that by itself. */
export const Faults = ({
  of,
  at,
  isDeep,
}: {
  of: readonly Fault[];
  at: string;
  isDeep?: boolean;
}) => {
  const here = of.filter(({ path }) => path === at || (isDeep && path.startsWith(`${at}.`)));
  if (here.length === 0) return null;
  return (
    <p class="problem" role="alert">
      {here.map((fault) => faultText(fault, language.value)).join('; ')}
    </p>
  );
};
