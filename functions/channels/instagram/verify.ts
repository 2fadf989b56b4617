import { refused } from '../answers.ts';
import type { Verify } from '../channel.ts';

export const verifyInstagram: Verify = () => refused(404, 'instagram.not-built');
