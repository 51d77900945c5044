import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { calls } from "@/lib/aws/calls";
import type { AwsCall } from "@/lib/aws/calls/aws-call";
import { sorted } from "@/lib/scan/test-scan";
import { buildScanPolicy } from "@/lib/scan/scan-policy";

const all: readonly AwsCall[] = Object.values(calls);
const { Statement: statements } = buildScanPolicy();

describe("the scan's policy", () => {
  it("allows what the code calls and nothing else", () => {
    const allowed = statements.filter(({ Effect }) => Effect === "Allow").flatMap(({ Action }) => Action);
    const needed = all.filter((call) => !call.grantedToCaller).map(({ action }) => action);
    expect(allowed.toSorted()).toEqual(needed.toSorted());
  });

  it("allows no wildcard, and nothing that does not read", () => {
    for (const { action } of all.filter((call) => !call.grantedToCaller)) {
      if (action === "iam:GenerateServiceLastAccessedDetails") continue; // a report, of access level Read
      expect(action).toMatch(/^[a-z0-9]+:(Get|List|Describe|Lookup)[A-Za-z]+$/);
    }
  });

  it("keeps what only some scans read in a statement that can be left out", () => {
    expect(statements.find(({ Sid }) => Sid === "ReadOnDemand")?.Action).toEqual([
      "cloudtrail:LookupEvents",
      "iam:GenerateServiceLastAccessedDetails",
      "iam:GetServiceLastAccessedDetails",
    ]);
  });

  it("denies the actions on records on everything", () => {
    expect(statements.filter(({ Effect }) => Effect === "Deny")).toEqual([
      {
        Sid: "NeverTouchRecords",
        Effect: "Deny",
        Action: [
          "kinesis:GetRecords",
          "kinesis:GetShardIterator",
          "kinesis:PutRecord",
          "kinesis:PutRecords",
          "kinesis:SubscribeToShard",
        ],
        Resource: "*",
      },
    ]);
  });

  it("has statement ids that IAM accepts, each once", () => {
    const ids = statements.map(({ Sid }) => Sid);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[A-Za-z0-9]+$/);
  });
});

describe("the list of calls", () => {
  it("is what the sources construct, command by command", () => {
    const constructed = sourcesOf("lib/aws", "lib/collectors", "lib/scan").flatMap((source) =>
      [...source.matchAll(/new (?:(?:List)(?:Ecs)(Clusters)|(\w+))Command\(/g)].map(
        ([, clusters, operation]) => (clusters ? `List${clusters}` : operation),
      ),
    );
    // fromTemporaryCredentials constructs this one.
    const listed = all.map(({ action }) => action.split(":")[1]).filter((name) => name !== "AssumeRole");
    expect(sorted(new Set(constructed))).toEqual(sorted(new Set(listed)));
  });

  it("is the only way to AWS: nothing is sent but through the caller", () => {
    for (const source of sourcesOf("lib/collectors")) {
      expect(source.split(".send(").length).toBeLessThanOrEqual(source.split("schema").length);
      expect(source).not.toMatch(/paginate[A-Z]|waitUntil[A-Z]/);
    }
  });
});

function sourcesOf(...folders: readonly string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts") && !/(^|\/)test-|\.test\.ts$/.test(name))
      .map((name) => readFileSync(`${folder}/${name}`, "utf8")),
  );
}
