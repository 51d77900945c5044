// @ts-check
import { existsSync, readFileSync } from "node:fs";
import { run, timed } from "./child.mjs";
import { inRoot } from "./root.mjs";
import { Stopped } from "./stopped.mjs";

const oldestNode = { major: 20, minor: 19 };

/** @typedef {{ packages: Record<string, { version?: string, optional?: boolean, devOptional?: boolean }> }} Lock */

/**
 * Installs what the lock names, unless it is there already.
 *
 * Install scripts stay off: nothing in the lock needs them, and they are how a taken-over package runs code.
 * Development packages are named because npm leaves them out under NODE_ENV=production, and the build needs some.
 *
 * @param {(line: string) => void} say
 */
export async function install(say) {
  requireNode(process.versions.node);
  if (isInstalled()) return;
  await timed(say, "Installing packages with npm ci", async () => {
    const [command, args, shell] = npm();
    const ended = await run(command, [...args, "ci", "--ignore-scripts", "--include=dev"], { shell }).catch(
      (error) => {
        throw new Stopped(
          "npm was not found. Install Node.js with npm from https://nodejs.org and run this again.",
          {
            cause: error,
          },
        );
      },
    );
    if (ended.code === 0) return;
    say(ended.output.trimEnd());
    throw new Stopped(installFailure(ended.output));
  });
}

/** @param {string} version */
export function requireNode(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const isOld = major < oldestNode.major || (major === oldestNode.major && minor < oldestNode.minor);
  if (!isOld) return;
  throw new Stopped(
    `Node.js ${oldestNode.major}.${oldestNode.minor} or newer is needed, this is ${version}. Get one from https://nodejs.org.`,
  );
}

/** @param {string} output what npm said */
export function installFailure(output) {
  const offline = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH|ENOTCACHED|network/.test(output);
  return offline
    ? "the packages could not be installed because npm cannot reach its registry. Connect to the internet, or set a registry or proxy with npm config, and run this again."
    : "the packages could not be installed; npm's own message is above.";
}

function isInstalled() {
  const installedPath = inRoot("node_modules/.package-lock.json");
  if (!existsSync(installedPath)) return false;
  return isSatisfied(readLock(inRoot("package-lock.json")), readLock(installedPath));
}

/**
 * Whether an installed tree is the one that the lock describes. Contents are compared and not times, since a fresh
 * checkout, a copy or a restored cache all change times. Optional packages may be absent: they belong to other platforms.
 *
 * @param {Lock} wanted
 * @param {Lock} installed
 */
export function isSatisfied(wanted, installed) {
  const isMissing = Object.entries(wanted.packages).some(([path, { version, optional, devOptional }]) => {
    if (path === "") return false;
    const found = installed.packages[path];
    return found ? found.version !== version : !optional && !devOptional;
  });
  return !isMissing && Object.keys(installed.packages).every((path) => path in wanted.packages);
}

/**
 * @param {string} path
 * @returns {Lock}
 */
function readLock(path) {
  return JSON.parse(readFileSync(path, "utf8"));
}

/**
 * The npm that started us, else the one on the path. A shell is needed on Windows, where npm is a .cmd file.
 *
 * @returns {[command: string, args: string[], shell: boolean]}
 */
function npm() {
  const cli = process.env["npm_execpath"];
  return cli?.endsWith(".js") ? [process.execPath, [cli], false] : ["npm", [], process.platform === "win32"];
}
