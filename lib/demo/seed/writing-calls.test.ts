import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const root = new URL("../../../", import.meta.url).pathname;
const sdkImport = /import\s+(?:type\s+)?\{([^}]*)\}\s+from\s+"@aws-sdk\/client-[a-z0-9-]+"/g;
const anySdkImport = /from\s+"@aws-sdk\/client-|import\(\s*["'`]@aws-sdk\/client-/g;
// The report on last uses is of access level Read, though its name begins otherwise.
const reads = /^((Describe|Get|List|Lookup)[A-Z]\w*|GenerateServiceLastAccessedDetails)Command$/;
const readsRecords = /^(GetRecords|GetShardIterator|SubscribeToShard|GetMedia)Command$/;

const sources = ["lib", "app", "components"]
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((file) => join(folder, file)),
  )
  .filter((file) => /\.(tsx?|mjs|js)$/.test(file) && !/\.test\.tsx?$|\/test-[^/]+\.ts$/.test(file))
  .map((file) => ({ file, text: readFileSync(join(root, file), "utf8") }));
const outside = sources.filter(({ file }) => !file.startsWith("lib/demo/seed/"));

function commandsOf(text: string): string[] {
  return [...text.matchAll(sdkImport)]
    .flatMap(([, names = ""]) => names.split(","))
    .map(
      (name) =>
        name
          .trim()
          .replace(/^type /, "")
          .split(" as ")[0] ?? "",
    )
    .filter((name) => name.endsWith("Command"));
}

describe("calls that write", () => {
  it("can be made by the seed of emulators, and by nothing else", () => {
    const commands = outside.flatMap(({ text }) => commandsOf(text));
    expect(commands).toContain("DescribeStreamSummaryCommand");
    expect(commands.filter((name) => !reads.test(name) || readsRecords.test(name))).toEqual([]);
    const ofSeed = sources
      .filter(({ file }) => file.startsWith("lib/demo/seed/"))
      .flatMap(({ text }) => commandsOf(text));
    expect(ofSeed).toContain("CreateStreamCommand");
    expect(ofSeed.filter((name) => /^(Put|Get)Record|Shard|^Delete|^Remove|^Stop/.test(name))).toEqual([]);
  });

  it("cannot hide in another way to import the SDK: as a namespace, at run time, as an aggregated client", () => {
    for (const { file, text } of outside) {
      // The wire server loads whole packages for their schemas, and sends nothing.
      const serves = file.startsWith("lib/demo/wire/") && !/Client\(|Command\(|\.send\(/.test(text);
      const named = [...text.matchAll(sdkImport)].length;
      const all = [...text.matchAll(anySdkImport)].length;
      expect([file, serves ? named : all]).toEqual([file, named]);
    }
  });
});
