import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { focusHeading, usePageTitle } from '../../parts/page-title.ts';
import type { SettingsPageName } from './pages.ts';
import { saving } from './saving-words.ts';
import { SettingsTabs } from './settings-tabs.tsx';

type Props = {
  of: SettingsPageName;
  title: string;
  hint: string;
  /** The list has been read. */
  isReady: boolean;
  /** Beside the list, below it where the window is narrow. */
  side?: ComponentChildren;
  children: ComponentChildren;
};

/** A page of settings: its heading, the way to the others, what it is for, and its list once it is read. */
export const SettingsPage = ({ of, title, hint, isReady, side, children }: Props) => {
  usePageTitle(title);
  useEffect(focusHeading, []);
  return (
    <section class={side ? 'settings wide' : 'settings'}>
      <header class="list-head">
        <h1 tabIndex={-1}>{title}</h1>
      </header>
      <SettingsTabs of={of} />
      <p class="hint page-hint">{hint}</p>
      {!isReady && (
        <p class="empty" aria-busy="true">
          {saving.value.loading}
        </p>
      )}
      {isReady && (
        <div class={side ? 'routing' : 'settings-part'}>
          {side ? <div>{children}</div> : children}
          {side && <div class="side-panels">{side}</div>}
        </div>
      )}
    </section>
  );
};
