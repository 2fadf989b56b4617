import { signal } from '@preact/signals';
import { makeClient, type Output } from '../api/client.ts';

/** Calls the API as anybody. */
export const callPortal = makeClient(async () => undefined);

export type PortalConfig = Output<'getPortalConfig'>;
export type PortalTopic = PortalConfig['topics'][number];

/** What can be asked; `failed` when it could not be read. */
export const portal = signal<PortalConfig | 'loading' | 'failed'>('loading');

export const readPortal = async (): Promise<void> => {
  portal.value = 'loading';
  portal.value = await callPortal('getPortalConfig', {}).catch(() => 'failed' as const);
};
