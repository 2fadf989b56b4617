import { metaVerify } from '../meta/verify.ts';

export const verifyMessenger = metaVerify('messenger');
