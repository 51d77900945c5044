// @ts-check

/**
 * @typedef {{ os?: string[], cpu?: string[], libc?: string[] }} Platform
 * @typedef {Platform & { version?: string, dev?: boolean, optional?: boolean, optionalDependencies?: Record<string, string>, [key: string]: unknown }} Entry
 * @typedef {{ packages: Record<string, Entry>, [key: string]: unknown }} Lock
 * @typedef {{ parent: string, name: string, range: string }} Missing
 */

const systems = [
  "aix",
  "android",
  "darwin",
  "freebsd",
  "linux",
  "netbsd",
  "openbsd",
  "openharmony",
  "sunos",
  "win32",
];
const processors = [
  "arm64",
  "arm",
  "ia32",
  "loong64",
  "mips64el",
  "ppc64",
  "riscv64",
  "s390x",
  "wasm32",
  "x64",
];

/**
 * The optional packages that the lock's own entries ask for and that the lock does not hold.
 *
 * @param {Lock} lock
 * @returns {Missing[]}
 */
export function missingPlatforms(lock) {
  return Object.entries(lock.packages).flatMap(([parent, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(([name]) => !resolves(lock, parent, name))
      .map(([name, range]) => ({ parent, name, range })),
  );
}

/**
 * The lock with an entry for each missing platform package. Its version is the exact one its parent asks for; os, cpu
 * and libc are read from its name, since a registry that left the package out has no metadata for it either. Such an
 * entry has no integrity hash.
 *
 * @param {Lock} lock
 * @returns {Lock}
 */
export function fillPlatforms(lock) {
  const packages = { ...lock.packages };
  for (const { parent, name, range } of missingPlatforms(lock)) {
    if (!/^\d+\.\d+\.\d+[\w.+-]*$/.test(range)) throw new Error(`${name}: ${range} is not an exact version`);
    const isDev = packages[parent]?.dev === true;
    const entry = { version: range, ...platformOf(name), ...(isDev && { dev: true }), optional: true };
    const atTop = `node_modules/${name}`;
    packages[atTop in packages ? `${parent}/${atTop}` : atTop] = entry;
  }
  const sorted = Object.entries(packages).toSorted(([a], [b]) => a.localeCompare(b, "en"));
  return { ...lock, packages: Object.fromEntries(sorted) };
}

/**
 * The platform that a package's name speaks of, as in `@next/swc-linux-x64-musl`.
 *
 * @param {string} name
 * @returns {Platform}
 */
export function platformOf(name) {
  const words = name.split(/[/-]/);
  const os = systems.filter((system) => words.includes(system));
  const cpu = processors.filter((processor) => words.includes(processor));
  if (cpu.length === 0) throw new Error(`${name} does not name a platform`);
  const libc = libcOf(words, os);
  return { ...(os.length > 0 && { os }), cpu, ...(libc && { libc: [libc] }) };
}

/**
 * @param {readonly string[]} words
 * @param {readonly string[]} os
 */
function libcOf(words, os) {
  if (!os.includes("linux")) return undefined;
  if (words.some((word) => word.startsWith("musl"))) return "musl";
  if (words.some((word) => word.startsWith("gnu"))) return "glibc";
  return undefined;
}

/**
 * Looks a package up from its parent the way that Node does.
 *
 * @param {Lock} lock
 * @param {string} parent
 * @param {string} name
 */
function resolves(lock, parent, name) {
  for (let folder = parent; ;) {
    if (`${folder && `${folder}/`}node_modules/${name}` in lock.packages) return true;
    if (folder === "") return false;
    folder = folder.slice(0, Math.max(0, folder.lastIndexOf("/node_modules/")));
  }
}
