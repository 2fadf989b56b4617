import { refused } from '../answers.ts';
import type { Verify } from '../channel.ts';

export const verifySms: Verify = () => refused(404, 'sms.not-built');
