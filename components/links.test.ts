import { expect, it } from "vitest";
import { exportPath, linksFor, streamPath } from "@/components/links";

it("links keep the chosen set and leave out filters that are not set", () => {
  const go = linksFor("course");

  expect(go("/findings", { severity: "high", q: undefined, status: "" })).toEqual({
    pathname: "/findings",
    query: { severity: "high", set: "course" },
  });
});

it("links name no set when the reader chose none", () => {
  expect(linksFor(undefined)("/streams").query).toEqual({});
});

it("a stream's path cannot be left by its name", () => {
  expect(streamPath({ accountId: "111122223333", region: "us-east-1", name: "a/../b?c#d" })).toBe(
    "/streams/111122223333/us-east-1/a%2F..%2Fb%3Fc%23d",
  );
  expect(streamPath({ accountId: "111122223333", region: "us-east-1", name: ".." })).toBe(
    "/streams/111122223333/us-east-1/..~",
  );
});

it("an export carries the filters of its page", () => {
  expect(exportPath("s1", "csv", { severity: "high", q: "a b", page: undefined })).toBe(
    "/api/scans/s1/report/csv?severity=high&q=a+b",
  );
  expect(exportPath("s1", "json", {})).toBe("/api/scans/s1/report/json");
});
