import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, it } from "vitest";
import { refreshReadme } from "@/lib/docs/readme";

const { layers } = createRequire(import.meta.url)("../../.dependency-cruiser.cjs");

it("keeps the README's tables, policy and picture as the code has them (npm run readme brings them up to date)", () => {
  const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
  expect(refreshReadme(readme, layers)).toBe(readme);
});
