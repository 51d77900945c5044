import { defineAccountCheck, defineRegionCheck } from "@/lib/model/check";
import type { Check } from "@/lib/model/check";
import type { Cause } from "@/lib/model/verdict";

const words = { rationale: "", looksAt: "", remediation: "", frameworks: {}, sources: [] };
const reads: [] = [];

const wildcardCause: Cause = {
  kind: "statement",
  id: "policy-1#0",
  label: "Statement 0 allows every stream.",
  severity: "high",
  document: { policyId: "policy-1", statements: [0] },
};

/** Fails on every stream by one statement, for a principal of the stream's own name. */
const namedOnly = defineRegionCheck({
  ...words,
  id: "KDS-LP-3",
  set: "course",
  scope: "stream",
  severity: "high",
  title: "Records are written and read by name only",
  reads: ["streams"],
  *evaluate({ streams, accountId, region }) {
    if (!streams.known) {
      yield {
        status: "unknown",
        subject: { scope: "stream", accountId, region, id: region },
        gaps: [streams.gap],
      };
      return;
    }
    for (const { arn, name } of streams.value) {
      const subject = { scope: "stream", accountId, region, id: arn } as const;
      const cause: Cause = { ...wildcardCause, principals: [`arn:aws:iam::${accountId}:role/${name}`] };
      yield { status: "fail", subject, causes: [cause], evidence: name, reads };
    }
  },
});

/** Knows of a stream's sharing what its policy says, and nothing where it is denied. */
const notShared = defineRegionCheck({
  ...words,
  id: "KDS-SHR-1",
  set: "extended",
  scope: "stream",
  severity: "critical",
  title: "The resource policy admits known accounts only",
  reads: ["streams"],
  *evaluate({ streams, accountId, region }) {
    for (const { arn, resourcePolicy } of streams.known ? streams.value : []) {
      const subject = { scope: "stream", accountId, region, id: arn } as const;
      if (!resourcePolicy.known) yield { status: "unknown", subject, gaps: [resourcePolicy.gap] };
      else yield { status: "pass", subject, evidence: "No policy.", reads: [resourcePolicy.read] };
    }
  },
});

const noAdministrators = defineAccountCheck({
  ...words,
  id: "KDS-LP-1",
  set: "course",
  scope: "account",
  severity: "critical",
  title: "No policy allows every action on every resource",
  reads: ["iam"],
  *evaluate({ accountId }) {
    const cause = {
      kind: "policy",
      id: "admin",
      label: "It allows everything.",
      severity: "critical",
    } as const;
    yield {
      status: "fail",
      subject: { scope: "account", accountId, id: accountId },
      causes: [{ ...cause, principals: ["arn:b", "arn:a"] }],
      evidence: "One policy.",
      reads,
    };
  },
});

export const testChecks: readonly Check[] = [noAdministrators, namedOnly, notShared];
