import { mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { CliError } from "@/lib/cli/cli-error";
import { requireWritable, writeWhole } from "@/lib/cli/write-out";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "weir-out-"));
});
afterAll(() => rm(folder, { recursive: true }));

it("replaces a file and leaves no draft behind", async () => {
  const file = join(folder, "report.json");
  await writeFile(file, "old");
  await writeWhole("--out", file, "new");

  expect(await readFile(file, "utf8")).toBe("new");
  expect(await readdir(folder)).toEqual(["report.json"]);
});

it("writes through a link and keeps it a link", async () => {
  const [file, link] = [join(folder, "real.json"), join(folder, "link.json")];
  await writeFile(file, "old");
  await symlink(file, link);
  await writeWhole("--out", link, "new");

  expect(await readFile(file, "utf8")).toBe("new");
});

it("writes to a device instead of replacing it", async () => {
  await writeWhole("--out", "/dev/null", "gone");

  expect((await stat("/dev/null")).isFile()).toBe(false);
});

it("keeps a snapshot for its owner alone", async () => {
  const file = join(folder, "snapshot.json");
  await writeWhole("--save-snapshot", file, "{}", 0o600);

  expect(((await stat(file)).mode & 0o777).toString(8)).toBe("600");
});

it("refuses a folder that is not there, and a folder instead of a file, with a sentence", async () => {
  await expect(requireWritable("--out", join(folder, "no", "x.json"))).rejects.toThrow(
    new CliError(`--out: there is no folder ${join(folder, "no")}.`),
  );
  await expect(requireWritable("--out", folder)).rejects.toThrow(/is a folder; name a file in it/);
  await expect(requireWritable("--out", join(folder, "x.json"))).resolves.toBeUndefined();
});
