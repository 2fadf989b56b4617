import { readdirSync, readFileSync } from 'node:fs';

export type Usage = {
  /** Processor seconds, user and system, since each process began. */
  readonly cpuSeconds: number;
  readonly residentMegabytes: number;
  /** Pages that several processes share count once. */
  readonly proportionalMegabytes: number;
};

/** Linux's unit of processor times in /proc (sysconf(_SC_CLK_TCK) is 100 everywhere). */
const ticksPerSecond = 100;

/** Of a process and all its descendants, from /proc (man 5 proc). A process that ended meanwhile counts as nothing. */
export function usageOf(pid: number): Usage {
  const of = treeOf(pid).map((one) => ({ ...memoryOf(one), cpu: cpuOf(one) }));
  const sum = (pick: (one: (typeof of)[number]) => number): number =>
    of.reduce((total, one) => total + pick(one), 0);
  return {
    cpuSeconds: sum((one) => one.cpu),
    residentMegabytes: sum((one) => one.rss),
    proportionalMegabytes: sum((one) => one.pss),
  };
}

function treeOf(root: number): number[] {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({ pid: Number(name), parent: Number(fieldsOf(Number(name))[1]) }));
  const family = [root];
  for (const pid of family)
    family.push(...parents.filter(({ parent }) => parent === pid).map((one) => one.pid));
  return family;
}

/** The fields of /proc/<pid>/stat behind the command's name, which may hold spaces. */
function fieldsOf(pid: number): string[] {
  const stat = read(`/proc/${pid}/stat`);
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

function cpuOf(pid: number): number {
  const fields = fieldsOf(pid);
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / ticksPerSecond;
}

function memoryOf(pid: number): { rss: number; pss: number } {
  const rollup = read(`/proc/${pid}/smaps_rollup`);
  const megabytes = (name: string): number =>
    Number(new RegExp(`^${name}: +(\\d+) kB$`, 'm').exec(rollup)?.[1] ?? 0) / 1024;
  return { rss: megabytes('Rss'), pss: megabytes('Pss') };
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
