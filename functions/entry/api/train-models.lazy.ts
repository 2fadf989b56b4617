/** Training is asked for by hand once in a while; every night it happens elsewhere. */
export { trainModels } from '../train-models.ts';
