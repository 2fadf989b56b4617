import { can } from '../../state/desk.ts';

/** Others who open a page of settings look at it. */
export const mayEdit = (): boolean => can('settings.manage');
