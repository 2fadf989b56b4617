import { type Check, noCheck } from '../check.ts';

export const checkPhone: Check = noCheck;
