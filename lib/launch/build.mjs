// @ts-check
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { run, timed } from "./child.mjs";
import { inRoot } from "./root.mjs";
import { Stopped } from "./stopped.mjs";

/** What `next build` reads; an absent one counts as absent, so that adding it builds again. */
const sources = [
  "app",
  "components",
  "lib",
  "drizzle",
  "public",
  "instrumentation.ts",
  "instrumentation-client.ts",
  "proxy.ts",
  "next.config.js",
  "package.json",
  "package-lock.json",
  "tsconfig.json",
];
const unread = /(?:\.test\.tsx?|\.md)$|^lib\/(?:launch|bench|cli)$/;
const stamp = ".next/weir-sources.sha256";

/**
 * Builds the app, unless the build that is there was made from these very sources.
 *
 * @param {(line: string) => void} say
 */
export async function build(say) {
  const hash = hashSources();
  if (existsSync(inRoot(stamp)) && readFileSync(inRoot(stamp), "utf8") === hash) return;
  await timed(say, "Building with next build", async () => {
    const args = [inRoot("node_modules/next/dist/bin/next"), "build"];
    const ended = await run(process.execPath, args, { env: { NODE_ENV: "production" } });
    if (ended.code !== 0) {
      say(ended.output.trimEnd());
      throw new Stopped("the build failed; its message is above.");
    }
    // Next empties the folder when a build starts, so a build that was cut short leaves no stamp.
    writeFileSync(inRoot(stamp), hash);
  });
}

/** SHA-256 over the names and contents of everything that the build reads. */
function hashSources() {
  const hash = createHash("sha256").update(process.env["BUILD_STANDALONE"] ?? "");
  for (const path of sources.flatMap((source) => listFiles(source, unread))) {
    hash.update(`${path}\0`).update(
      createHash("sha256")
        .update(readFileSync(inRoot(path)))
        .digest(),
    );
  }
  return hash.digest("hex");
}

/**
 * The files at or below a path, sorted, with slashes on every platform.
 *
 * @param {string} path relative to the root
 * @param {RegExp} without paths to leave out
 * @returns {string[]}
 */
export function listFiles(path, without) {
  if (without.test(path) || !existsSync(inRoot(path))) return [];
  if (!statSync(inRoot(path)).isDirectory()) return [path];
  return readdirSync(inRoot(path))
    .toSorted()
    .flatMap((name) => listFiles(`${path}/${name}`, without));
}
