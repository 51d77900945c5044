import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { fillPlatforms, missingPlatforms, platformOf } from "./lock-platforms.mjs";

const lock = JSON.parse(readFileSync("package-lock.json", "utf8"));

describe("package-lock.json", () => {
  it("holds every optional platform package that an entry asks for, so that npm ci passes on every platform", () => {
    expect(missingPlatforms(lock)).toEqual([]);
  });

  it("names no registry, so that each user's own one is asked", () => {
    expect(Object.values<object>(lock.packages).filter((entry) => "resolved" in entry)).toEqual([]);
  });

  it("is found incomplete when one platform package is taken out", () => {
    const { "node_modules/@next/swc-darwin-arm64": gone, ...packages } = lock.packages;
    expect(gone).toBeDefined();
    const [missing, ...others] = missingPlatforms({ ...lock, packages });
    expect(missing).toMatchObject({ parent: "node_modules/next", name: "@next/swc-darwin-arm64" });
    expect(others).toEqual([]);
  });
});

describe("fillPlatforms", () => {
  it("adds what a parent asks for, with the parent's version and its place among the development packages", () => {
    const parent = { version: "1.0.0", dev: true, optionalDependencies: { "@a/b-linux-x64-musl": "1.2.3" } };
    const { packages } = fillPlatforms({ packages: { "node_modules/a": parent } });
    expect(packages["node_modules/@a/b-linux-x64-musl"]).toEqual({
      version: "1.2.3",
      os: ["linux"],
      cpu: ["x64"],
      libc: ["musl"],
      dev: true,
      optional: true,
    });
  });

  it("does not guess a version from a range", () => {
    const parent = { optionalDependencies: { "a-darwin-x64": "^1.2.3" } };
    expect(() => fillPlatforms({ packages: { "node_modules/a": parent } })).toThrow("not an exact version");
  });
});

describe("platformOf", () => {
  it.each([
    ["@next/swc-win32-arm64-msvc", { os: ["win32"], cpu: ["arm64"] }],
    ["@next/swc-linux-x64-gnu", { os: ["linux"], cpu: ["x64"], libc: ["glibc"] }],
    ["@oxfmt/binding-linux-arm-musleabihf", { os: ["linux"], cpu: ["arm"], libc: ["musl"] }],
    ["@oxlint-tsgolint/darwin-arm64", { os: ["darwin"], cpu: ["arm64"] }],
    ["@tailwindcss/oxide-wasm32-wasi", { cpu: ["wasm32"] }],
  ])("reads %s", (name, platform) => {
    expect(platformOf(name)).toEqual(platform);
  });

  it("refuses a name without a platform", () => {
    expect(() => platformOf("left-pad")).toThrow("does not name a platform");
  });
});
