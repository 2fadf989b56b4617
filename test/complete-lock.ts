import { readFileSync, writeFileSync } from 'node:fs';

/**
 * npm leaves packages for other platforms out of the lock file when it cannot see them while installing
 * (https://github.com/npm/cli/issues/4828), and then `npm ci` refuses the lock on every machine. This adds them:
 * version from the package that asks for them, platform from their name. Run it after `npm install`.
 */

type Locked = {
  version?: string;
  dev?: boolean;
  optional?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  optionalDependencies?: Record<string, string>;
};
type Lock = { packages: Record<string, Locked> };

const systems = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
];
const processors = [
  'arm',
  'arm64',
  'ia32',
  'loong64',
  'mips64el',
  'ppc64',
  'riscv64',
  's390x',
  'x64',
];

/** Packages for one platform that the lock's packages ask for and that have no entry. */
export const missingPlatforms = (lock: Lock): [place: string, entry: Locked][] =>
  Object.entries(lock.packages).flatMap(([place, { optionalDependencies = {}, dev }]) =>
    Object.entries(place === '' ? {} : optionalDependencies)
      .filter(([name]) => !lock.packages[`node_modules/${name}`])
      .filter(([name]) => !lock.packages[`${place}/node_modules/${name}`])
      .flatMap(([name, version]) => entryOf(name, version, dev)),
  );

const entryOf = (name: string, version: string, dev = false): [string, Locked][] => {
  const parts = (name.split('/').at(-1) ?? '').split('-');
  const os = systems.filter((system) => parts.includes(system));
  const cpu = processors.filter((processor) => parts.includes(processor));
  if (os.length === 0 || cpu.length === 0 || !/^\d/.test(version)) return [];
  const libc = parts.some((part) => part.startsWith('musl'))
    ? ['musl']
    : parts.some((part) => part.startsWith('gnu'))
      ? ['glibc']
      : undefined;
  const entry = {
    version,
    cpu,
    ...(dev ? { dev } : {}),
    ...(libc ? { libc } : {}),
    optional: true,
    os,
  };
  return [[`node_modules/${name}`, entry]];
};

if (import.meta.main) {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock;
  const missing = missingPlatforms(lock);
  const all = Object.entries({ ...lock.packages, ...Object.fromEntries(missing) });
  lock.packages = Object.fromEntries(all.toSorted(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`);
  console.log(`${missing.length} packages of other platforms added to package-lock.json`);
}
