import * as fc from 'fast-check';

/**
 * Random tests walk the same way every time: a build is red for what was changed and for nothing else. Other ways are
 * walked with `FIRSTLINE_SEED=<number>`, which whoever changes rules should do some hundred times.
 */
fc.configureGlobal({ seed: Number(process.env['FIRSTLINE_SEED'] ?? 20261111) });

export { fc };
