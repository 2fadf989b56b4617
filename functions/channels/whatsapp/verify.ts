import { refused } from '../answers.ts';
import type { Verify } from '../channel.ts';

export const verifyWhatsApp: Verify = () => refused(404, 'whatsapp.not-built');
