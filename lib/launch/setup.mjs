// @ts-check
import { build } from "./build.mjs";
import { install } from "./install.mjs";

/**
 * Brings a fresh clone to the point where the server can start.
 *
 * @param {(line: string) => void} [say] hears what is done and how long it took; nothing when nothing is to do
 */
export async function setup(say = console.log) {
  await install(say);
  await build(say);
}
