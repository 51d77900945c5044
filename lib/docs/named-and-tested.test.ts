import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const pages = ["README.md", "docs/localstack.md", "docs/api.md"];
const text = pages.map((path) => readFileSync(`${root}${path}`, "utf8")).join("\n");

function filesBelow(folder: string, suffix: RegExp): string[] {
  const names = readdirSync(`${root}${folder}`, { recursive: true, encoding: "utf8" });
  return names.filter((name) => suffix.test(name)).map((name) => `${folder}/${name.replaceAll("\\", "/")}`);
}

const tests = ["lib", "components", "e2e"]
  .flatMap((folder) => filesBelow(folder, /\.(?:test|spec)\.tsx?$/))
  .filter((path) => !path.endsWith("named-and-tested.test.ts"))
  .map((path) => readFileSync(`${root}${path}`, "utf8"));

function isTested(word: string): boolean {
  const whole = new RegExp(String.raw`(?<![\w-])${word}(?![\w-])`);
  return tests.some((test) => whole.test(test));
}

describe("what the documentation names", () => {
  it("each environment variable that Weir reads is in a test", () => {
    const named = new Set(
      text.match(/\b(?:WEIR_[A-Z_]+|PORT|AWS_(?:PROFILE|REGION|ENDPOINT_URL(?:_[A-Z0-9]+)*))\b/g),
    );
    expect(named.size).toBeGreaterThan(6);
    expect([...named].filter((name) => !isTested(name))).toEqual([]);
  });

  it("each flag of the command line is in a test", () => {
    const commands = text.match(/^.*\bweir -- .*$|`--[a-z-]+`/gm) ?? [];
    const flags = new Set(
      commands.flatMap((line) => line.replace(/^.*\bweir -- /, "").match(/(?<![\w-])--[a-z][a-z-]+/g) ?? []),
    );
    expect(flags.size).toBeGreaterThan(8);
    expect([...flags].filter((flag) => !isTested(flag))).toEqual([]);
  });

  it("the page of the HTTP interface lists every route with its methods, and no other", () => {
    const routes = filesBelow("app/api", /route\.ts$/).flatMap((path) => {
      const address = path
        .replace(/^app/, "")
        .replace(/\/route\.ts$/, "")
        .replaceAll(/\[(\w+)\]/g, "{$1}");
      const source = readFileSync(`${root}${path}`, "utf8");
      const methods = [
        ...source.matchAll(/^export (?:async )?(?:function|const) (GET|POST|PUT|PATCH|DELETE)\b/gm),
      ];
      return methods.map(([, method]) => `${method} ${address}`);
    });
    const page = readFileSync(`${root}docs/api.md`, "utf8");
    const listed = [...page.matchAll(/^\| `(GET|POST|PUT|PATCH|DELETE) ([^`?]+)/gm)].map(
      ([, method, address]) => `${method} ${address}`,
    );
    expect(listed.toSorted()).toEqual(routes.toSorted());
  });
});
