import { type Check, noCheck } from '../check.ts';

export const checkWhatsApp: Check = noCheck;
