import { refused } from '../answers.ts';
import type { Verify } from '../channel.ts';

export const verifyPhone: Verify = () => refused(404, 'phone.not-built');
