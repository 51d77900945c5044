import { expect, it } from "vitest";
import type { ScanRequest } from "@/lib/model/scan";
import { rescanOf } from "@/lib/server/rescan";

const aws = { kind: "aws" } as const;
const demo = { kind: "demo", endpoint: "http://127.0.0.1:1" } as const;
const emulator = { kind: "endpoint", endpoint: "http://127.0.0.1:4566" } as const;
const remembered = { profile: "audit" };

function asked(changes: Partial<ScanRequest>): ScanRequest {
  return {
    source: aws,
    regions: [],
    allRegions: false,
    onDemand: [],
    set: "full",
    quotaShare: 0.25,
    ...changes,
  };
}

it("looks again at the account that is shown, as it was reached, within the same share", () => {
  const roleArn = "arn:aws:iam::111122223333:role/weir";
  const shown = asked({
    roleArn,
    externalId: "x1",
    regions: ["eu-west-1"],
    set: "course",
    quotaShare: 0.1,
    onDemand: ["event-history"],
  });

  expect(rescanOf(shown, aws, remembered)).toEqual({
    kind: "scan",
    wish: {
      roleArn,
      externalId: "x1",
      regions: ["eu-west-1"],
      set: "course",
      quotaShare: 0.1,
      onDemand: ["event-history"],
    },
  });
});

it("leads to where one connects while a demo is shown that is not all there is", () => {
  expect(rescanOf(asked({ source: demo }), aws, remembered)).toEqual({ kind: "connect" });
  expect(rescanOf(asked({ source: demo }), emulator, undefined)).toEqual({ kind: "connect" });
});

it("scans the demo again in a process that is the demo's, on whatever port it is served this time", () => {
  const elsewhere = { ...demo, endpoint: "http://127.0.0.1:2" };

  expect(rescanOf(asked({ source: elsewhere }), demo, remembered)).toEqual({
    kind: "scan",
    wish: { set: "full", quotaShare: 0.25, onDemand: [] },
  });
  expect(rescanOf(asked({ profile: "audit" }), demo, remembered)).toEqual({ kind: "scan", wish: {} });
});

it("does not carry one place's profile to another place", () => {
  const shown = asked({ profile: "production" });

  expect(rescanOf(shown, emulator, undefined)).toEqual({ kind: "scan", wish: {} });
  expect(
    rescanOf(asked({ source: emulator }), { ...emulator, endpoint: "http://other" }, remembered),
  ).toEqual({
    kind: "scan",
    wish: remembered,
  });
  expect(rescanOf(undefined, aws, remembered)).toEqual({ kind: "scan", wish: remembered });
});
