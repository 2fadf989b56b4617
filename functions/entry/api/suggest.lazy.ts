/** The learned suggestion with its package: loaded where a model was trained. */
export { suggestBy } from '../../desk/suggestion/model.ts';
