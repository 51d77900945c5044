import { describe, expect, it } from "vitest";
import { buildRole, documentOf } from "@/lib/model/test-iam";
import { accountId, denied, deniedGap, read } from "@/lib/model/test-place";
import { buildKey, buildStream } from "@/lib/model/test-stream";
import { recordsByNameOnly } from "@/lib/checks/records-by-name-only";
import {
  policyWith,
  reads,
  roleWith,
  streamNamed,
  verdictIn,
  verdictsIn,
  writes,
} from "@/lib/checks/test-access";
import type { World } from "@/lib/checks/test-access";

const names = ["orders", "orders-dead", "bills", "mail", "mail-dead"];
const streams = names.map((name) => streamNamed(name, { tags: read({}) }));
const verdictOn = (world: World) => verdictIn(recordsByNameOnly, { streams, ...world });

describe("weighs medium where the key blocks the read", () => {
  const encrypted = [buildStream({ tags: read({}) }), ...streams.slice(1)];
  const allReads = { ...reads, Resource: "*" };
  const keyWith = (change: Parameters<typeof buildKey>[0]) => ({
    region: { keys: read([buildKey(change)]) },
  });
  const named = documentOf({
    Principal: { AWS: `arn:aws:iam::${accountId}:role/b` },
    Action: "kms:Decrypt",
    Resource: "*",
  });

  it("for everybody who holds it", () => {
    expect(verdictOn({ streams: encrypted, roles: [roleWith("a", allReads)], ...keyWith({}) })).toMatchObject(
      {
        status: "fail",
        severity: "medium",
      },
    );
    const policy = policyWith("all", allReads);
    const roles = ["a", "b"].map((name) => buildRole({ name, attachedPolicyArns: [policy.arn] }));
    const world = { streams: encrypted, roles, managedPolicies: [policy] };
    expect(verdictOn({ ...world, ...keyWith({ policy: read(named, "kms:GetKeyPolicy") }) }).severity).toBe(
      "high",
    );
  });

  it("but not on the streams of other keys, nor for who writes", () => {
    const world = { streams: encrypted, ...keyWith({}) };
    const [, second] = verdictsIn(recordsByNameOnly, { ...world, roles: [roleWith("a", allReads)] });
    expect(second?.severity).toBe("high");
    expect(verdictOn({ ...world, roles: [roleWith("a", { ...writes, Resource: "*" })] }).severity).toBe(
      "high",
    );
  });

  it("or may, where the key's grants were not read", () => {
    const grants = denied("kms:ListGrants");
    expect(
      verdictOn({ streams: encrypted, roles: [roleWith("a", allReads)], ...keyWith({ grants }) }),
    ).toMatchObject({
      status: "fail",
      severity: "high",
      severityRange: { heaviest: "high", lightest: "medium" },
      gaps: [deniedGap("kms:ListGrants")],
    });
  });

  it("and leaves open which, where the key's policy was not read", () => {
    const policy = denied("kms:GetKeyPolicy");
    const verdict = verdictOn({
      streams: encrypted,
      roles: [roleWith("a", allReads)],
      ...keyWith({ policy }),
    });
    expect(verdict).toMatchObject({ status: "fail", severity: "high" });
    expect(verdict.severityRange).toEqual({ heaviest: "high", lightest: "medium" });
  });
});
