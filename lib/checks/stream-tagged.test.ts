import { expect, it } from "vitest";
import { denied, deniedGap, read } from "@/lib/model/test-place";
import { buildStream, streamArn } from "@/lib/model/test-stream";
import { streamTagged } from "@/lib/checks/stream-tagged";
import { verdictOf } from "@/lib/checks/test-verdicts";

function verdictOn(tags: Record<string, string>, requiredTagKeys: string[] = []) {
  const streams = read([buildStream({ tags: read(tags) })]);
  return verdictOf(streamTagged, { region: { streams }, settings: { requiredTagKeys } });
}

it("passes a stream with one tag of its own, if no keys are required", () => {
  expect(verdictOn({ team: "a" })).toMatchObject({
    status: "pass",
    evidence: "orders carries the tags team.",
  });
});

it.each([{ tags: {} }, { tags: { "aws:cloudformation:stack-name": "x" } }])(
  "fails a stream with $tags only",
  ({ tags }) => {
    expect(verdictOn(tags)).toMatchObject({
      status: "fail",
      severity: "low",
      evidence: "orders carries no tag of its own.",
      causes: [{ kind: "stream", id: streamArn }],
    });
  },
);

it("asks for every key that is required, as it is spelt", () => {
  expect(verdictOn({ owner: "a", cost: "1" }, ["owner", "cost"]).status).toBe("pass");
  expect(verdictOn({ Owner: "a", cost: "1" }, ["owner", "stage", "cost"])).toMatchObject({
    status: "fail",
    evidence: "orders lacks the tags owner, stage.",
  });
});

it("does not count a tag that AWS wrote, even if its key is required", () => {
  expect(verdictOn({ "aws:owner": "a", team: "b" }, ["aws:owner"]).status).toBe("fail");
});

it("does not take tags that were not read for none", () => {
  const streams = read([buildStream({ tags: denied("tag:GetResources") })]);
  expect(verdictOf(streamTagged, { region: { streams } })).toMatchObject({
    status: "unknown",
    gaps: [deniedGap("tag:GetResources")],
  });
});
