import { refused } from '../answers.ts';
import type { Verify } from '../channel.ts';

export const verifyOk: Verify = () => refused(404, 'ok.not-built');
