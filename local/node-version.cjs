/**
 * Stops with a clear text on a Node that cannot run this repository. CommonJS, because an old Node must be able to
 * read it: npm's scripts load it before anything else, and every entry script imports it first.
 */
const NEEDED_MAJOR = 24;

const major = Number(process.versions.node.split('.')[0]);
if (major < NEEDED_MAJOR) {
  process.stderr.write(
    `Firstline needs Node ${NEEDED_MAJOR} or newer; this is ${process.versions.node}.\n` +
      'On Linux (x64) `npm ci` brings it along: run `npm ci`, then use npm (npm start, npm run desk).\n' +
      `Elsewhere install Node ${NEEDED_MAJOR} first: https://nodejs.org\n`,
  );
  process.exit(1);
}
