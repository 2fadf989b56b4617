import type { ChannelKind } from '../../../schemas/primitives.ts';
import type { Edit } from '../outgoing.ts';
import { editTelegram } from '../telegram/edit.ts';
import { editVk } from '../vk/edit.ts';

/** Channels where what we sent can be changed; see `verifiers.ts`. `capabilities.canEdit` says the same to the API. */
export const editors: Readonly<Partial<Record<ChannelKind, Edit>>> = {
  telegram: editTelegram,
  vk: editVk,
};
