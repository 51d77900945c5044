import { describe, expect, it } from "vitest";
import { installFailure, isSatisfied, requireNode } from "./install.mjs";

describe("isSatisfied", () => {
  const wanted = {
    packages: {
      "": {},
      "node_modules/a": { version: "1.0.0" },
      "node_modules/b-darwin-x64": { version: "1.0.0", optional: true },
    },
  };

  it("takes a tree without other platforms' packages for whole", () => {
    expect(isSatisfied(wanted, { packages: { "node_modules/a": { version: "1.0.0" } } })).toBe(true);
  });

  it.each([
    ["a package is missing", {}],
    ["a package has another version", { "node_modules/a": { version: "1.0.1" } }],
    [
      "a package is there that the lock no longer names",
      { "node_modules/a": { version: "1.0.0" }, "node_modules/c": {} },
    ],
  ])("installs again when %s", (_case, packages) => {
    expect(isSatisfied(wanted, { packages })).toBe(false);
  });
});

it.each(["18.20.8", "20.18.3"])("says that Node.js %s is too old, and where to get another", (version) => {
  expect(() => requireNode(version)).toThrow(/20\.19 or newer is needed, this is .*https:\/\/nodejs\.org/);
});

it.each(["20.19.0", "22.0.0"])("accepts Node.js %s", (version) => {
  expect(() => requireNode(version)).not.toThrow();
});

it("tells a machine without internet from another failure of npm", () => {
  expect(installFailure("npm error code ENOTFOUND\nnpm error request to https://…")).toContain(
    "cannot reach its registry",
  );
  expect(installFailure("npm error code EUSAGE")).toContain("npm's own message is above");
});
