import { refused } from '../answers.ts';
import type { Verify } from '../channel.ts';

export const verifyVk: Verify = () => refused(404, 'vk.not-built');
