import type { Window } from './a-window.ts';

/** What the desk holds: a ticket full of long words, and a chat from yesterday on a channel with a window. */
type Ids = { ticketId: string; chatId: string };

/** Every screen, and how it is known to be there. */
export const screens: [name: string, arrive: (window: Window, ids: Ids) => Promise<void>][] = [
  [
    'an empty list',
    async ({ page, goTo }) => {
      await goTo('/queues/legal/closed');
      await page.locator('.empty').waitFor();
    },
  ],
  [
    'a view of all tickets',
    async ({ page, goTo }) => {
      await goTo('/all?assignee=nobody&channel=mail');
      await page.locator('.row').first().waitFor();
    },
  ],
  [
    'a queue',
    async ({ page, goTo }) => {
      await goTo('/queues/payouts');
      await page.locator('.row').first().waitFor();
    },
  ],
  [
    'a ticket',
    async ({ page, goTo }, { ticketId }) => {
      await goTo(`/tickets/${ticketId}`);
      await page.locator('.composer').waitFor();
      await page.getByRole('button', { name: 'Show as sent' }).click();
      await page.frameLocator('.html-body').getByText('Hello').waitFor();
    },
  ],
  [
    'the menu of a ticket',
    async ({ page }) => {
      await page.getByRole('button', { name: 'More' }).click();
      await page.getByRole('menuitem').first().waitFor();
    },
  ],
  [
    'a question',
    async ({ page }) => {
      await page.keyboard.press('Escape');
      await page.locator('h1').first().focus();
      await page.keyboard.press('s');
      await page.getByRole('dialog').waitFor();
    },
  ],
  [
    'a chat that can be answered no more',
    async ({ page, goTo }, { chatId }) => {
      await page.keyboard.press('Escape');
      await goTo(`/tickets/${chatId}`);
      await page.locator('.way-notice.closed').waitFor();
    },
  ],
  [
    'a template',
    async ({ page }) => {
      await page.getByRole('button', { name: 'Send a template' }).click();
      await page.getByLabel('What the template says').fill('Hello {{1}}, here is {{2}}.');
      await page.getByLabel('Value 2', { exact: true }).waitFor();
    },
  ],
  [
    'the connections',
    async ({ page, goTo }) => {
      await goTo('/connections');
      await page.locator('.connection').first().waitFor();
    },
  ],
  [
    'a letter to enter, unfinished',
    async ({ page, goTo }) => {
      await goTo('/letters');
      await page.getByRole('button', { name: 'Save and next' }).click();
      await page.locator('.letter-form .problem').first().waitFor();
    },
  ],
  [
    'the quarantine',
    async ({ page, goTo }) => {
      await page.keyboard.press('Escape');
      await goTo('/quarantine');
      await page.locator('.quarantine-list .empty, .held-row').first().waitFor();
    },
  ],
  [
    'blocked senders',
    async ({ page, goTo }) => {
      await goTo('/blocked-senders');
      await page.locator('.mail-add').waitFor();
    },
  ],
  [
    'undeliverable addresses',
    async ({ page, goTo }) => {
      await goTo('/undeliverable');
      await page.locator('.mail-add').waitFor();
    },
  ],
  [
    'routing rules, one of them being edited and tried',
    async ({ page, goTo }) => {
      await goTo('/settings/routing');
      await page.getByRole('button', { name: 'Add a rule' }).click();
      for (const field of ['words', 'time', 'channel', 'custom'])
        await page.getByLabel('Add a condition: All of these').selectOption(field);
      await page.locator('textarea[name=body]').fill('Payout '.repeat(20));
      await page.getByRole('button', { name: 'Try it', exact: true }).click();
      await page.locator('.routed, .side-panel .problem').waitFor();
    },
  ],
  [
    'a topic with its form',
    async ({ page, goTo }) => {
      await goTo('/settings/topics');
      await page.getByRole('button', { name: 'Edit: Missing cash-back' }).click();
      await page.getByRole('button', { name: 'Edit: Device' }).click();
      await page.locator('.form-preview').waitFor();
    },
  ],
  [
    'the learned suggestion',
    async ({ page, goTo }) => {
      await goTo('/settings/suggestion');
      await page.getByLabel('decide, when').check();
      await page.locator('.suggestion-few, .suggestion-card h2, .empty').first().waitFor();
    },
  ],
  [
    'a line',
    async ({ page, goTo }) => {
      await goTo('/settings/lines');
      await page.getByRole('button', { name: 'Edit: Front line' }).click();
      await page.getByLabel('what is chosen here').check();
      await page.getByLabel('Add: Topics').selectOption('bug');
      await page.getByLabel('Add: On call').selectOption({ index: 1 });
    },
  ],
  [
    'a tier with its managers',
    async ({ page, goTo }) => {
      await goTo('/settings/tiers');
      await page.getByRole('button', { name: 'Edit: VIP' }).click();
      await page.locator('.says').first().waitFor();
    },
  ],
  [
    'the ladder of alerts',
    async ({ page, goTo }) => {
      await goTo('/settings/alerts');
      await page.getByRole('button', { name: 'Edit: At the breach' }).click();
      await page.locator('.ladder').first().waitFor();
    },
  ],
  [
    'hours',
    async ({ page, goTo }) => {
      await goTo('/settings/hours');
      await page.locator('.holidays summary').first().click();
      await page.getByRole('button', { name: 'Add a holiday' }).first().click();
      await page.locator('.holiday').first().waitFor();
    },
  ],
  [
    'a promise that is edited and tried',
    async ({ page, goTo }) => {
      await goTo('/settings/promises');
      await page.getByRole('button', { name: 'Add a promise' }).click();
      for (const name of ['Resolution', 'Other targets for tickets created in a peak'])
        await page.getByRole('checkbox', { name }).first().check();
      await page.getByRole('button', { name: 'Add an event' }).click();
      await page.getByRole('button', { name: 'Tell the story' }).click();
      await page.locator('.routed').waitFor();
    },
  ],
  [
    'the audit trail',
    async ({ page, goTo }) => {
      await goTo('/settings/audit');
      await page.locator('summary.audit-row').first().click();
      await page.locator('.audit-changes').waitFor();
    },
  ],
  [
    'a ticket to pass on',
    async ({ page, goTo }, { ticketId }) => {
      await page.keyboard.press('Escape');
      await goTo(`/tickets/${ticketId}`);
      // The screen before may be a ticket too: its keys are not meant.
      await page.locator('h1', { hasText: 'Payout' }).waitFor();
      await page.locator('.composer').waitFor();
      await page.locator('h1').first().focus();
      await page.keyboard.press('h');
      await page.getByLabel('What they should know').fill('word '.repeat(80));
    },
  ],
  [
    'one’s own presence',
    async ({ page }) => {
      await page.keyboard.press('Escape');
      await page.locator('h1').first().focus();
      await page.keyboard.press('p');
      await page.getByLabel('Away').check();
      await page.locator('dialog select').selectOption('custom');
    },
  ],
  [
    'the team',
    async ({ page, goTo }) => {
      await page.keyboard.press('Escape');
      await goTo('/team');
      await page.locator('.team-row').first().waitFor();
    },
  ],
  [
    'a peak that is planned',
    async ({ page, goTo }) => {
      await goTo('/peaks');
      await page.getByRole('button', { name: 'Plan a peak' }).click();
      for (const list of ['Weight of the queue', 'Said in acknowledgements to those'])
        await page.getByLabel(`Add a topic: ${list}`).selectOption('payouts');
      await page.locator('.peak-timeline').waitFor();
    },
  ],
  [
    'a peak to declare',
    async ({ page }) => {
      await page.getByRole('button', { name: 'Declare a peak' }).click();
      await page.getByRole('dialog').waitFor();
    },
  ],
  [
    'the forecast',
    async ({ page, goTo }) => {
      await page.keyboard.press('Escape');
      await goTo('/peaks/forecast');
      await page.locator('.peaks-body').waitFor();
    },
  ],
  [
    'the people',
    async ({ page, goTo }) => {
      await page.keyboard.press('Escape');
      await goTo('/people');
      await page.locator('.person-row').first().waitFor();
    },
  ],
  [
    'a person with what they see and can',
    async ({ page }) => {
      await page.locator('.person-row').first().click();
      await page.getByRole('checkbox', { name: 'All topics' }).uncheck();
      for (const more of await page.locator('.person-more > summary').all()) await more.click();
      await page.locator('.save-bar').waitFor();
    },
  ],
  [
    'the roles, one of them being made',
    async ({ page, goTo }) => {
      await goTo('/settings/roles');
      await page.getByRole('button', { name: 'Add a role' }).click();
      await page.locator('.role-list details.role-card > summary').first().click();
      await page.locator('.role-groups').waitFor();
    },
  ],
  [
    'the export of the audit trail',
    async ({ page, goTo }) => {
      await goTo('/settings/audit');
      await page.getByRole('button', { name: 'Export…' }).click();
      await page.getByRole('dialog').waitFor();
    },
  ],
];
