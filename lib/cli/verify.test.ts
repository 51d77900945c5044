import { generateKeyPairSync } from "node:crypto";
import { appendFile, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runWeir } from "@/lib/cli/test-weir";

const timeout = 120_000;

describe("a report that weir wrote", () => {
  let folder = "";
  const file = (name: string) => join(folder, name);
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "weir-verify-"));
    const { privateKey, publicKey } = generateKeyPairSync("ed25519");
    await writeFile(file("key.pem"), privateKey.export({ type: "pkcs8", format: "pem" }));
    await writeFile(file("key.pub"), publicKey.export({ type: "spki", format: "pem" }));
    const line = ["audit", "--demo", "--format", "csv", "--table", "streams", "--out", file("streams.csv")];
    await runWeir([...line, "--sign-key", file("key.pem"), "--save-snapshot", file("snapshot")]);
  }, timeout);
  afterAll(() => rm(folder, { recursive: true }));

  it(
    "is verified with the key, says so, and is not once a byte is added",
    async () => {
      const verified = await runWeir(["verify", file("streams.csv"), "--public-key", file("key.pub")]);
      await appendFile(file("streams.csv"), " ");
      const changed = await runWeir(["verify", file("streams.csv"), "--public-key", file("key.pub")]);

      expect(verified).toMatchObject({ code: 0, stderr: "" });
      expect(verified.stdout).toMatch(
        /: verified\n(yes .*\n)*yes  Its signature was checked, and is one of the key/,
      );
      expect(changed.code).toBe(1);
      expect(changed.stdout).toMatch(/: NOT verified\nNO   Its bytes are not those of the manifest/);
    },
    timeout,
  );

  it(
    "is the same, made again offline, and verified without its manifest",
    async () => {
      const line = ["report", "--snapshot", file("snapshot"), "--format", "html", "--out"];
      await runWeir([...line, file("a.html")]);
      await runWeir([...line, file("b.html")]);
      await rm(file("a.html.manifest.json"));
      const { code, stdout } = await runWeir(["verify", file("a.html")]);

      expect(await readFile(file("a.html"), "utf8")).toBe(await readFile(file("b.html"), "utf8"));
      expect(code).toBe(0);
      expect(stdout).toContain("it is the same byte for byte");
    },
    timeout,
  );
});
