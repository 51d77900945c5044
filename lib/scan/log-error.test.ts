import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { logError } from "@/lib/scan/log-error";

let lines: string[] = [];

beforeEach(() => {
  lines = [];
  vi.spyOn(process.stderr, "write").mockImplementation((line) => lines.push(String(line)) > 0);
});
afterEach(() => {
  vi.restoreAllMocks();
});

it("writes one line for an error and one for each of its causes", () => {
  logError(
    "scanning",
    new TypeError("Cannot read x", { cause: new Error("first\nsecond", { cause: "socket" }) }),
  );
  expect(lines).toEqual([
    expect.stringMatching(/^weir: scanning: TypeError: Cannot read x at .*\n$/),
    expect.stringMatching(/^weir: because of: Error: first second at .*\n$/),
    "weir: because of: socket\n",
  ]);
});

it("ends with an error that is its own cause", () => {
  const error = new Error("round");
  error.cause = error;
  logError("scanning", error);
  expect(lines.length).toBe(5);
});

it.each([
  ["an access key id", "AKIAIOSFODNN7EXAMPLE"],
  ["a session's access key id", "ASIAIOSFODNN7EXAMPLE"],
  ["a secret access key", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"],
  ["the password of an address", "hunter2", "http://user:hunter2@host/"],
  ["a token of a query", "abc.def", "https://host/?X-Amz-Security-Token=abc.def&x=1"],
  ["a named secret", "s3cr3t", '{"secretAccessKey": "s3cr3t"}'],
  ["what moves a terminal's cursor", "\u001B", "\u001B[2J"],
])("does not write %s", (_, secret, message = `seen ${secret} in an answer`) => {
  logError("scanning", new Error(message));
  expect(lines.join("")).not.toContain(secret);
});

it("leaves the names that help", () => {
  const arn =
    "arn:aws:kinesis:eu-west-1:111122223333:stream/a-rather-long-stream-name-of-some-team-in-production";
  logError("scanning", new Error(`${arn} was not there`));
  expect(lines.join("")).toContain(arn);
});
