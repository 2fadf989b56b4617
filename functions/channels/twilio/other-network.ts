/** An address of another network that Twilio speaks for: `whatsapp:+4915112345678`, `messenger:1234`. */
export const otherNetwork = /^(whatsapp|messenger):/;
