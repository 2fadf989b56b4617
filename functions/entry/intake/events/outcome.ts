/** `too-early`: what it is about is not here yet (our send has not returned, the message was overtaken). */
export type EventOutcome = 'applied' | 'unchanged' | 'too-early' | 'of-nobody';
