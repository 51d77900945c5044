import { describe, expect, it } from "vitest";
import { readLines } from "@/lib/cli/read-lines";

async function* chunksOf(...chunks: (string | Uint8Array)[]) {
  yield* chunks;
}

async function lines(...chunks: (string | Uint8Array)[]) {
  const all = [];
  for await (const batch of readLines(chunksOf(...chunks), 10)) all.push(...batch);
  return all;
}

describe("readLines", () => {
  it("joins what the chunks cut apart", async () => {
    expect(await lines("ab", "c\nd", "\n", "\ne")).toEqual(["abc", "d", "", "e"]);
  });

  it("ends lines as Windows does, too", async () => {
    expect(await lines("a\r\nb\r", "\nc\r")).toEqual(["a", "b", "c"]);
  });

  it("gives no line for nothing, nor behind the last line's end", async () => {
    expect(await lines()).toEqual([]);
    expect(await lines("a\n")).toEqual(["a"]);
  });

  it("joins a character whose bytes were cut apart", async () => {
    const bytes = new TextEncoder().encode("é\n");
    expect(await lines(bytes.slice(0, 1), bytes.slice(1))).toEqual(["é"]);
    expect(await lines(bytes.slice(0, 1))).toEqual(["\uFFFD"]);
  });

  it("drops a line that is too long, wherever it ends, and none beside it", async () => {
    const long = "x".repeat(11);
    expect(await lines(`a\n${long}\nb\n`)).toEqual(["a", undefined, "b"]);
    expect(await lines("a\nxxxxxxx", "xxxxxxx", "xxx", "x\nb")).toEqual(["a", undefined, "b"]);
    expect(await lines("xxxxxxx", "xxxxxxx")).toEqual([undefined]);
    expect(await lines(`${"x".repeat(10)}\n`)).toEqual(["x".repeat(10)]);
  });
});
