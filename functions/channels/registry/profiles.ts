import type { HookChannel } from '../../../schemas/primitives.ts';
import { instagramProfile } from '../instagram/profile.ts';
import { messengerProfile } from '../messenger/profile.ts';
import type { Profile } from '../profile.ts';
import { vkProfile } from '../vk/profile.ts';

/** Channels whose people have to be asked about; see `verifiers.ts`. */
export const profiles: Readonly<Partial<Record<HookChannel, Profile>>> = {
  messenger: messengerProfile,
  instagram: instagramProfile,
  vk: vkProfile,
};
