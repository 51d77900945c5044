import { execFileSync } from "node:child_process";
import { expect, it } from "vitest";
import { command } from "@/lib/remediation/shell";

it.each([
  "plain",
  "arn:aws:kinesis:us-east-1:111122223333:stream/orders",
  "two words",
  "it's",
  '{"a":"$(touch /tmp/x)`id`"}',
  "$HOME; rm -rf .",
  "line\nbreak",
  "",
  "!history \\ *",
])("a shell takes %j as one argument, as it is", (word) => {
  const line = command("printf", "%s|", word, "end");
  expect(execFileSync("/bin/sh", ["-c", line], { encoding: "utf8" })).toBe(`${word}|end|`);
});
