import { describe, expect, it } from "vitest";
import { buildRole } from "@/lib/model/test-iam";
import { accountId, denied, read } from "@/lib/model/test-place";
import { keyArn, streamArn } from "@/lib/model/test-stream";
import { dutyHasOwnPolicy } from "@/lib/checks/duty-has-own-policy";
import {
  administers,
  administrator,
  arnOf,
  partnerArn,
  policyWith,
  reads,
  reshards,
  roleWith,
  serviceLinked,
  sharedWith,
  shares,
  streamAdministrator,
  streamNamed,
  unreadableRole,
  verdictIn,
  writes,
} from "@/lib/checks/test-access";
import type { World } from "@/lib/checks/test-access";

const provisioned = streamNamed("orders", { mode: read("provisioned") });
const verdictOn = (world: World) => verdictIn(dutyHasOwnPolicy, { streams: [provisioned], ...world });

describe("a duty that comes only with others fails", () => {
  it("once for each duty, with those who hold it", () => {
    const verdict = verdictOn({ roles: [roleWith("a", writes, reads), roleWith("b", reads)] });
    expect(verdict).toMatchObject({
      status: "fail",
      severity: "low",
      causes: [
        {
          kind: "stream",
          id: `${streamArn}#produce`,
          label: "No attached policy is for writing alone on orders; role a may do more by the same policy.",
          principals: [`arn:aws:iam::${accountId}:role/a`],
        },
      ],
    });
  });

  it.each([
    { statements: [administers, writes], duties: ["administer", "produce"] },
    { statements: [reshards, reads], duties: ["reshard", "consume"] },
    {
      statements: [{ Action: "kinesis:*", Resource: streamArn }],
      duties: ["administer", "reshard", "produce", "consume"],
    },
    { statements: [writes, { Action: "kms:PutKeyPolicy", Resource: keyArn }], duties: [] },
  ])("as $duties", ({ statements, duties }) => {
    expect(verdictOn({ roles: [roleWith("a", ...statements)] }).causes.map(({ id }) => id)).toEqual(
      duties.map((duty) => `${streamArn}#${duty}`),
    );
  });

  it("where the policy for it names another stream", () => {
    const roles = [
      roleWith("a", writes, reads),
      roleWith("b", { ...writes, Resource: arnOf("bills") }),
      roleWith("c", reads),
    ];
    expect(verdictOn({ roles, streams: [provisioned, streamNamed("bills")] }).status).toBe("fail");
  });
});

describe("passes", () => {
  it("where each duty that is held has a policy of its own, whoever else has more", () => {
    const roles = [
      roleWith("a", administers, shares),
      roleWith("b", reshards, { Action: "kinesis:Describe*", Resource: "*" }),
      roleWith("c", writes),
      roleWith("d", reads),
      roleWith("e", writes, reads),
    ];
    expect(verdictOn({ roles })).toMatchObject({
      status: "pass",
      evidence: "There is a policy for administering, resharding, writing and reading alone on orders.",
    });
  });

  it("where a policy gives one duty here and another elsewhere", () => {
    const role = roleWith("a", writes, { ...reads, Resource: arnOf("bills") });
    expect(verdictOn({ roles: [role], streams: [provisioned, streamNamed("bills")] }).status).toBe("pass");
  });

  it("where the stream's own policy lets somebody from elsewhere read and nothing else", () => {
    const stream = (...statements: object[]) => {
      const policy = sharedWith(partnerArn, ...statements);
      return { streams: [streamNamed("orders", { resourcePolicy: read(policy) })] };
    };
    expect(verdictOn(stream(reads)).status).toBe("pass");
    expect(verdictOn(stream(reads, writes)).status).toBe("fail");
  });

  it("an on-demand stream, however one may reshard it", () => {
    const roles = [roleWith("a", reshards, writes), roleWith("b", writes)];
    expect(verdictOn({ roles, streams: [streamNamed("orders")] }).status).toBe("pass");
    expect(verdictOn({ roles }).status).toBe("fail");
  });
});

describe("is not applicable where nobody holds a duty", () => {
  it("but administrators, who are counted, and roles of AWS's own", () => {
    expect(verdictOn({ roles: [administrator, streamAdministrator, serviceLinked] })).toMatchObject({
      status: "not-applicable",
      evidence:
        "None: no principal holds a duty on orders. Left aside: 1 administrator of the account (KDS-LP-01) and 1 administrator of every stream (KDS-LP-02).",
    });
  });

  it("but to share, which is no duty of the four", () => {
    expect(verdictOn({ roles: [roleWith("a", shares)] }).status).toBe("not-applicable");
  });
});

describe("it does not guess", () => {
  it("that no policy is for a duty alone, where one could not be read", () => {
    expect(verdictOn({ roles: [roleWith("a", writes, reads), unreadableRole()] })).toMatchObject({
      status: "unknown",
      gaps: [{ resource: `arn:aws:iam::${accountId}:role/odd#inline/odd` }],
    });
  });

  it("that an unread document is for the one duty that a limit leaves to it", () => {
    const boundary = policyWith("limit", writes);
    const odd = { ...unreadableRole(), boundaryArn: boundary.arn };
    const roles = [roleWith("a", writes, reads), roleWith("b", reads), odd];
    expect(verdictOn({ roles, managedPolicies: [boundary] }).status).toBe("unknown");
  });

  it("who holds a duty", () => {
    const resourcePolicy = denied("kinesis:GetResourcePolicy");
    expect(verdictOn({ streams: [streamNamed("orders", { resourcePolicy })] }).status).toBe("unknown");
    expect(verdictOn({ account: { iam: denied("iam:GetAccountAuthorizationDetails") } }).status).toBe(
      "unknown",
    );
    expect(verdictOn({ region: { streams: denied("kinesis:ListStreams") } }).status).toBe("unknown");
  });

  it("whether resharding is a duty on a stream of unknown mode", () => {
    const streams = [streamNamed("orders", { mode: denied("kinesis:DescribeStreamSummary") })];
    const roles = [roleWith("a", reshards, writes), roleWith("b", writes)];
    expect(verdictOn({ roles, streams })).toMatchObject({
      status: "unknown",
      gaps: [{ action: "kinesis:DescribeStreamSummary" }],
    });
    expect(verdictOn({ roles: [roleWith("b", writes)], streams }).status).toBe("pass");
  });

  it("but does not care who else holds a duty that has its policy", () => {
    const roles = [
      roleWith("a", administers),
      roleWith("b", reshards),
      roleWith("c", writes),
      roleWith("d", reads),
    ];
    expect(verdictOn({ roles: [...roles, unreadableRole()] }).status).toBe("pass");
  });
});

it("looks at managed policies", () => {
  const policies = [policyWith("writing", writes), policyWith("reading", reads)];
  const role = buildRole({ name: "a", attachedPolicyArns: policies.map(({ arn }) => arn) });
  expect(verdictOn({ roles: [role], managedPolicies: policies }).status).toBe("pass");
});
