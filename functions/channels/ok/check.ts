import { type Check, noCheck } from '../check.ts';

export const checkOk: Check = noCheck;
