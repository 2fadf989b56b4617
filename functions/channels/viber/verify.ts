import { refused } from '../answers.ts';
import type { Verify } from '../channel.ts';

export const verifyViber: Verify = () => refused(404, 'viber.not-built');
