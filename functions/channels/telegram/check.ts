import { type Check, noCheck } from '../check.ts';

export const checkTelegram: Check = noCheck;
