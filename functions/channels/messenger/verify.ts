import { refused } from '../answers.ts';
import type { Verify } from '../channel.ts';

export const verifyMessenger: Verify = () => refused(404, 'messenger.not-built');
