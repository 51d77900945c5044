import { gunzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { compressText, decompressText } from "@/lib/storage/compressed-text";

it("gives back the parts of a text as one, however many and long they are", async () => {
  const parts = ["", "é\0🌊", "x".repeat(3_000_000), ...Array.from({ length: 5000 }, (_, at) => `${at}…`)];
  const content = await compressText(parts);
  expect(gunzipSync(content).toString("utf8")).toBe(parts.join(""));
  expect(await decompressText(content)).toBe(parts.join(""));
  expect(await decompressText(await compressText([]))).toBe("");
});

it("rejects with the error of a part that cannot be written", async () => {
  function* broken() {
    yield "begun";
    throw new Error("no more of it");
  }
  await expect(compressText(broken())).rejects.toThrow("no more of it");
});
