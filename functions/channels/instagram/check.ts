import { type Check, noCheck } from '../check.ts';

export const checkInstagram: Check = noCheck;
