/** RE2 is large and most desks write no pattern: loaded with the first rule that has one. */
export { patternFault, patternsOf } from '../../desk/routing/patterns.ts';
