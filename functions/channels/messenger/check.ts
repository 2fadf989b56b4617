import { type Check, noCheck } from '../check.ts';

export const checkMessenger: Check = noCheck;
