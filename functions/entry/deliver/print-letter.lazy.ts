/** Half a megabyte of typesetting and fonts that no other message needs. */
export { printLetter } from '../../channels/letter/print-letter.ts';
