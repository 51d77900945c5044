import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { probePort } from "../lib/launch/address.mjs";

const folder = mkdtempSync(join(tmpdir(), "weir-launch-"));
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

function launch(
  port: number,
  command = process.execPath,
  args = ["lib/launch/start.mjs", "--demo", "--temporary"],
  more: Readonly<Record<string, string>> = {},
) {
  const env = { ...process.env, ...more, PORT: String(port), TMPDIR: folder, npm_lifecycle_event: "demo" };
  const child = spawn(command, args, { env });
  const said = { text: "" };
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text) => (said.text += text));
  return { child, said, ended: once(child, "close") };
}

for (const signal of ["SIGTERM", "SIGINT"] as const) {
  test(`${signal} stops the launcher and its server and leaves no data behind`, async ({ request }) => {
    const port = await probePort("127.0.0.1", 0);
    const { child, said, ended } = launch(port);
    await expect
      .poll(() => said.text, { timeout: 100_000 })
      .toContain(`is ready on http://127.0.0.1:${port}`);
    expect(readdirSync(folder)).toHaveLength(1);

    child.kill(signal);
    await ended;

    await expect(request.get(`http://127.0.0.1:${port}/`)).rejects.toThrow("ECONNREFUSED");
    expect(readdirSync(folder)).toEqual([]);
  });
}

test("a taken port is one sentence that names PORT", async ({ baseURL }) => {
  const port = Number(new URL(baseURL ?? "").port);
  const { said, ended } = launch(port);

  expect(await ended).toEqual([1, null]);
  expect(said.text).toMatch(/^weir: port \d+ on 127\.0\.0\.1 is taken by another program; .*PORT=\d+\.\n$/);
});

test("a signal to npm, which its shell keeps to itself, stops the server too", async ({ request }) => {
  test.skip(process.platform === "win32", "signals are a matter of POSIX");
  const port = await probePort("127.0.0.1", 0);
  const { child, said, ended } = launch(port, "sh", [
    "-c",
    "node lib/launch/start.mjs --demo --temporary; true",
  ]);
  await expect.poll(() => said.text, { timeout: 100_000 }).toContain(`is ready on http://127.0.0.1:${port}`);

  child.kill("SIGTERM");
  await ended;

  await expect(request.get(`http://127.0.0.1:${port}/`)).rejects.toThrow("ECONNREFUSED");
});

test("WEIR_HOST moves it to another address, where it answers to the names of WEIR_ALLOWED_HOSTS", async ({
  request,
}) => {
  test.skip(process.platform !== "linux", "only Linux has a second loopback address without being told");
  const port = await probePort("127.0.0.2", 0);
  const names = { WEIR_HOST: "127.0.0.2", WEIR_ALLOWED_HOSTS: "127.0.0.2, weir.example.org" };
  const { child, said, ended } = launch(port, process.execPath, undefined, names);
  const url = `http://127.0.0.2:${port}`;
  await expect.poll(() => said.text, { timeout: 100_000 }).toContain(`is ready on ${url}`);

  const asked = async (host: string) =>
    (await request.get(`${url}/api/health`, { headers: { host } })).status();
  expect((await request.get(`${url}/api/health`)).status()).toBe(200);
  expect(await asked("weir.example.org")).toBe(200);
  expect(await asked("other.example.org")).toBe(421);
  await expect(request.get(`http://127.0.0.1:${port}/`)).rejects.toThrow("ECONNREFUSED");

  child.kill("SIGTERM");
  await ended;
});
