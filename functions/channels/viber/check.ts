import { type Check, noCheck } from '../check.ts';

export const checkViber: Check = noCheck;
