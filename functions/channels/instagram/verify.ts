import { metaVerify } from '../meta/verify.ts';

/** Apps with Instagram Login sign with the *Instagram* app secret of the same dashboard. */
export const verifyInstagram = metaVerify('instagram');
