import { createServer } from "node:net";
import { expect, it } from "vitest";
import { chooseAddress, probePort } from "./address.mjs";

it("listens on loopback unless told otherwise", async () => {
  await expect(chooseAddress({ NODE_ENV: "test", PORT: "0" })).resolves.toMatchObject({ host: "127.0.0.1" });
});

it.each([
  ["0.0.0.0", /^http:\/\/127\.0\.0\.1:\d+$/],
  ["127.0.0.1", /^http:\/\/127\.0\.0\.1:\d+$/],
])("prints an address for %s that a browser can open", async (host, url) => {
  const address = await chooseAddress({ NODE_ENV: "test", PORT: "0", WEIR_HOST: host });
  expect(address.url).toMatch(url);
});

it("says in one sentence that the port is taken and that PORT changes it", async () => {
  const port = await probePort("127.0.0.1", 0);
  const holder = createServer();
  await new Promise<void>((resolve) => {
    holder.listen(port, "127.0.0.1", resolve);
  });
  try {
    await expect(chooseAddress({ NODE_ENV: "test", PORT: String(port) })).rejects.toThrow(
      `port ${port} on 127.0.0.1 is taken by another program; choose another one with PORT`,
    );
  } finally {
    holder.close();
  }
});

it.each(["http", "70000", "-1"])("refuses PORT=%s", async (port) => {
  await expect(chooseAddress({ NODE_ENV: "test", PORT: port })).rejects.toThrow(
    "PORT must be a number from 0 to 65535",
  );
});
