import { type Check, noCheck } from '../check.ts';

export const checkVk: Check = noCheck;
