import { describe, expect, it } from "vitest";
import { verdictOf } from "@/lib/checks/test-verdicts";
import { exposureTold } from "@/lib/checks/watching/exposure-told";
import type { EventRule } from "@/lib/model/event-rule";
import { denied, deniedGap, read, region } from "@/lib/model/test-place";

const targets = read(["arn:aws:sns:eu-central-1:111122223333:desk"], "events:ListTargetsByRule");
const all = ["PutResourcePolicy", "StopStreamEncryption", "CreateChannel", "DeleteStream"];

function rule(eventName: readonly unknown[], change: Partial<EventRule> = {}): EventRule {
  const name = change.name ?? "exposure";
  return {
    arn: `arn:aws:events:${region}:111122223333:rule/${name}`,
    name,
    state: "ENABLED",
    pattern: JSON.stringify({ source: ["aws.kinesis"], detail: { eventName } }),
    targetArns: targets,
    ...change,
  };
}

const verdictOn = (...rules: EventRule[]) =>
  verdictOf(exposureTold, { region: { eventRules: read(rules, "events:ListRules") } });

describe("someone is told", () => {
  it("by one rule for all four", () => {
    expect(verdictOn(rule(all))).toMatchObject({
      status: "pass",
      evidence: "Rules tell of all four: exposure.",
    });
  });

  it("by several together", () => {
    const two = [rule(all.slice(0, 2), { name: "one" }), rule(all.slice(2), { name: "two" })];
    expect(verdictOn(...two)).toMatchObject({
      status: "pass",
      evidence: "Rules tell of all four: one and two.",
    });
  });

  it("by a rule for every event of CloudTrail's", () => {
    expect(verdictOn(rule(all, { state: "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS" })).status).toBe(
      "pass",
    );
  });
});

describe("nobody is told", () => {
  it.each([
    ["there is no rule", []],
    ["the rule is disabled", [rule(all, { state: "DISABLED" })]],
    ["the rule has no target", [rule(all, { targetArns: read([], "events:ListTargetsByRule") })]],
    ["the rule waits for something else", [rule(["CreateStream"])]],
  ])("where %s", (_name, rules) => {
    expect(verdictOn(...rules)).toMatchObject({
      status: "fail",
      severity: "low",
      causes: [
        {
          label: `No enabled rule with a target in ${region} waits for PutResourcePolicy, StopStreamEncryption, CreateChannel and DeleteStream.`,
        },
      ],
    });
  });

  it("of what is missing among the four, which is named", () => {
    const verdict = verdictOn(rule(all.slice(1)));
    expect(verdict.causes[0]?.label).toContain("waits for PutResourcePolicy.");
  });

  it("of all such events by a rule that asks for more, which is named", () => {
    const pattern = JSON.stringify({ source: ["aws.kinesis"], detail: { userIdentity: { type: ["Root"] } } });
    const verdict = verdictOn(rule(all, { name: "root-only", pattern }));
    expect(verdict).toMatchObject({ status: "fail", evidence: expect.stringContaining("only: root-only.") });
  });
});

describe("whether someone is told is not known", () => {
  it("where rules could not be listed", () => {
    const eventRules = denied("events:ListRules");
    expect(verdictOf(exposureTold, { region: { eventRules } })).toMatchObject({
      status: "unknown",
      gaps: [deniedGap("events:ListRules")],
    });
  });

  it("where the targets of the rule could not", () => {
    const targetArns = denied("events:ListTargetsByRule");
    expect(verdictOn(rule(all, { targetArns }))).toMatchObject({
      status: "unknown",
      gaps: [deniedGap("events:ListTargetsByRule")],
    });
  });

  it("where a pattern is written in a way that is not read", () => {
    expect(verdictOn(rule([{ wildcard: "*" }]))).toMatchObject({
      status: "unknown",
      gaps: [{ reason: "malformed", message: expect.stringContaining("rule exposure") }],
    });
  });

  it("of what no rule surely tells; what none may tell at all is proven", () => {
    const some = rule(all.slice(0, 3), { targetArns: denied("events:ListTargetsByRule") });
    expect(verdictOn(some)).toMatchObject({
      status: "fail",
      causes: [{ label: expect.stringContaining("DeleteStream.") }],
    });
  });
});
