import { metaVerify } from '../meta/verify.ts';

export const verifyWhatsApp = metaVerify('whatsapp');
