import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { lockFolder } from "@/lib/storage/folder-lock";
import { processPlace, processStart } from "@/lib/storage/process-identity";

let folder = "";
let path = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "weir-lock-"));
  path = join(folder, "weir.lock");
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(folder, { recursive: true });
});

const me = () => ({ pid: process.pid, place: processPlace(), start: processStart(process.pid) });
const longAgo = new Date("2026-01-01T00:00:00Z");

it("holds the folder until it is given back", () => {
  const unlock = lockFolder(folder);
  expect(JSON.parse(readFileSync(path, "utf8"))).toEqual(me());
  expect(() => lockFolder(folder)).toThrow(`is open in process ${process.pid}`);
  unlock();
  expect(readdirSync(folder)).toEqual([]);
  lockFolder(folder)();
});

it("takes over from a process that is dead", async () => {
  const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1e6)"]);
  await once(child, "spawn");
  const pid = child.pid ?? 0;
  writeFileSync(path, JSON.stringify({ ...me(), pid, start: processStart(pid) }));
  expect(() => lockFolder(folder)).toThrow(`is open in process ${pid}`);

  child.kill("SIGKILL");
  await once(child, "exit");
  lockFolder(folder)();
  expect(readdirSync(folder)).toEqual([]);
});

it("takes over from a dead process whose id a younger one was given", () => {
  writeFileSync(path, JSON.stringify({ ...me(), start: "an earlier boot 1" }));
  const unlock = lockFolder(folder);
  expect(JSON.parse(readFileSync(path, "utf8"))).toEqual(me());
  unlock();
});

it("believes a process whose system does not say when it began", () => {
  writeFileSync(path, JSON.stringify({ ...me(), start: "" }));
  expect(() => lockFolder(folder)).toThrow("is open in process");
});

it.each(["{", "", '{"pid":0}'])("takes over a lock that says %j only when it is old", (text) => {
  writeFileSync(path, text);
  expect(() => lockFolder(folder)).toThrow(`The data folder ${folder} is open in another process.`);
  utimesSync(path, longAgo, longAgo);
  lockFolder(folder)();
});

it("believes a holder in another container as long as its heart beats", () => {
  writeFileSync(path, JSON.stringify({ pid: 1, place: "another container", start: "1" }));
  expect(() => lockFolder(folder)).toThrow("is open in process 1.");
  utimesSync(path, longAgo, longAgo);
  lockFolder(folder)();
});

it("beats while it holds the folder", () => {
  vi.useFakeTimers({ now: Date.now() });
  const unlock = lockFolder(folder);
  utimesSync(path, longAgo, longAgo);
  vi.advanceTimersByTime(5000);
  expect(statSync(path).mtimeMs).toBeGreaterThan(longAgo.getTime());
  unlock();
  expect(vi.getTimerCount()).toBe(0);
});

it("does not remove a lock that another process took in the meantime", () => {
  const unlock = lockFolder(folder);
  writeFileSync(path, "theirs");
  unlock();
  expect(readFileSync(path, "utf8")).toBe("theirs");
});
