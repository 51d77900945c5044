import { describe, expect, it } from "vitest";
import { buildReport } from "@/lib/reports/test-report";
import { filterStreams, parseStreamFilter } from "@/lib/server/stream-filter";
import { buildKey, buildStream, buildVerdict, seen, unseen } from "@/lib/server/test-streams";

const kms = (keyReference: string) => seen({ type: "kms" as const, keyReference });
const score = (worst: number, grade: "A" | "F") => ({ worst, best: worst, grade });

const report = buildReport({
  keys: [
    buildKey("key/own", seen("customer")),
    buildKey("key/aws", seen("aws")),
    buildKey("key/dark", unseen()),
  ],
  streams: [
    buildStream(
      "plain",
      { score: score(10, "F"), environment: { name: "production", because: "" } },
      {
        encryption: seen({ type: "none" }),
        retentionHours: seen(24),
        tags: seen({ team: "Ledger" }),
      },
    ),
    buildStream(
      "alias",
      { score: score(90, "A"), region: "eu-west-1" },
      { encryption: kms("alias/aws/kinesis") },
    ),
    buildStream(
      "own",
      { accountId: "444455556666", verdicts: [buildVerdict("KDS-REST-01", "pass")] },
      { encryption: kms("own"), keyArn: "key/own", retentionHours: seen(168) },
    ),
    buildStream(
      "by-id",
      { verdicts: [buildVerdict("KDS-REST-01", "fail")] },
      { encryption: kms("aws"), keyArn: "key/aws" },
    ),
    buildStream(
      "dark",
      { verdicts: [buildVerdict("KDS-LP-01", "unknown")] },
      { encryption: kms("dark"), keyArn: "key/dark" },
    ),
    buildStream("unread"),
  ],
});

describe("filterStreams", () => {
  it.each([
    { query: "", names: "plain alias by-id dark own unread" },
    { query: "encryption=none", names: "plain" },
    { query: "encryption=aws-managed", names: "alias by-id" },
    { query: "encryption=customer", names: "own" },
    { query: "encryption=unknown", names: "dark unread" },
    { query: "region=eu-west-1", names: "alias" },
    { query: "account=444455556666", names: "own" },
    { query: "account=444455556666&region=eu-west-1", names: "" },
    { query: "environment=production", names: "plain" },
    { query: "grade=F", names: "plain" },
    { query: "grade=none", names: "by-id dark own unread" },
    { query: "check=KDS-REST-01", names: "by-id" },
    { query: "check=KDS-REST-01&status=pass", names: "own" },
    { query: "status=unknown", names: "dark" },
    { query: "status=unknown&check=KDS-REST-01", names: "" },
    { query: "q=LEDGER", names: "plain" },
    { query: "q=stream/own", names: "own" },
    { query: "q=", names: "plain alias by-id dark own unread" },
    { query: "sort=name&dir=desc", names: "unread plain own dark by-id alias" },
    { query: "sort=retention", names: "plain own alias by-id dark unread" },
    { query: "sort=retention&dir=desc", names: "own plain alias by-id dark unread" },
    { query: "sort=score&dir=desc", names: "alias plain by-id dark own unread" },
  ])("?$query leaves $names", ({ query, names }) => {
    const { filter, problems } = parseStreamFilter(new URLSearchParams(query));

    expect(problems).toEqual([]);
    expect(
      filterStreams(report, filter)
        .map(({ name }) => name)
        .join(" "),
    ).toBe(names);
  });
});

describe("parseStreamFilter", () => {
  it("says which value is not known and which are", () => {
    expect(parseStreamFilter({ encryption: "aes", grade: "E" }).problems).toEqual([
      { parameter: "grade", message: "grade must be one of A, B, C, D, F, none." },
      { parameter: "encryption", message: "encryption must be one of none, aws-managed, customer, unknown." },
    ]);
  });

  it("refuses a parameter that is given twice, and names of Object's own members", () => {
    expect(parseStreamFilter({ region: ["a", "b"] }).problems).toHaveLength(1);
    expect(parseStreamFilter({ sort: "constructor", grade: "toString" }).problems).toHaveLength(2);
  });
});
