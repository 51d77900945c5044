import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { expect, test } from "@playwright/test";
import { z } from "zod";

const build = fileURLToPath(new URL("../.next/", import.meta.url));

test("no code that calls AWS, keeps scans or handles credentials is in what browsers load", async () => {
  const names = (await readdir(`${build}static`, { recursive: true })).filter((name) => name.endsWith(".js"));
  const scripts = await Promise.all(names.map((name) => readFile(`${build}static/${name}`, "utf8")));

  expect(scripts.length).toBeGreaterThan(3);
  for (const word of [
    "DescribeStreamSummary",
    "GetAccountAuthorizationDetails",
    "SECRET_ACCESS_KEY",
    "secretAccessKey",
    "AWS_SESSION_TOKEN",
    "X-Amz-",
    "pglite",
    "WEIR_DATA_DIR",
  ]) {
    // The wording of a screen may name an action as IAM does, `kinesis:DescribeStreamSummary`.
    const code = new RegExp(String.raw`(?<![a-z0-9]:)${word}`);
    expect(
      names.filter((_, index) => code.test(scripts[index] ?? "")),
      word,
    ).toEqual([]);
  }
});

test("no page is frozen with the data of the machine that built it", async () => {
  const text = await readFile(`${build}prerender-manifest.json`, "utf8");
  const manifest = z.object({
    routes: z.record(z.string(), z.unknown()),
    dynamicRoutes: z.record(z.string(), z.unknown()),
  });
  const { routes, dynamicRoutes } = manifest.parse(JSON.parse(text));
  const still = new Set(["/_not-found", "/_global-error", "/icon.svg"]);

  expect(
    [...Object.keys(routes), ...Object.keys(dynamicRoutes)].filter((route) => !still.has(route)),
  ).toEqual([]);
});
