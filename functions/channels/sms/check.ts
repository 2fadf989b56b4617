import { type Check, noCheck } from '../check.ts';

export const checkSms: Check = noCheck;
