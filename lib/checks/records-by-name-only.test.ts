import { describe, expect, it } from "vitest";
import { buildRole } from "@/lib/model/test-iam";
import { accountId, denied, read, region } from "@/lib/model/test-place";
import { buildConsumer, streamArn } from "@/lib/model/test-stream";
import { buildRegion } from "@/lib/model/test-snapshot";
import { recordsByNameOnly } from "@/lib/checks/records-by-name-only";
import {
  administers,
  administrator,
  arnOf,
  policyWith,
  reads,
  roleWith,
  serviceLinked,
  streamAdministrator,
  streamNamed,
  unreadableRole,
  verdictIn,
  verdictsIn,
  writes,
  sharedWith,
  partnerArn,
} from "@/lib/checks/test-access";
import type { World } from "@/lib/checks/test-access";

const names = ["orders", "orders-dead", "bills", "mail", "mail-dead"];
const streams = names.map((name) => streamNamed(name, { tags: read({}) }));
const verdictOn = (world: World) => verdictIn(recordsByNameOnly, { streams, ...world });
const by = (Resource: string | string[], actions: object = reads) =>
  verdictOn({ roles: [roleWith("a", { ...actions, Resource })] });

describe("a wildcard in the name that reaches a second stream fails", () => {
  it("as medium where it reaches less than half of the Region", () => {
    const id = `arn:aws:iam::${accountId}:role/a#inline/a`;
    expect(by(arnOf("orders*"))).toMatchObject({
      status: "fail",
      severity: "medium",
      subject: { scope: "stream", id: streamArn },
      evidence: `Statement 1 of the inline policy a of role a allows reading by the name ${arnOf("orders*")}; it reaches 2 of 5 streams, for role a.`,
      causes: [
        {
          kind: "statement",
          id: `${id}#0`,
          severity: "medium",
          document: { policyId: id, statements: [0] },
          principals: [`arn:aws:iam::${accountId}:role/a`],
        },
      ],
    });
  });

  it("as high where it reaches half of the Region or more", () => {
    expect(by(arnOf("*r*")).severity).toBe("medium");
    const four = streams.slice(0, 4);
    const verdict = verdictOn({
      streams: four,
      roles: [roleWith("a", { ...reads, Resource: arnOf("orders*") })],
    });
    expect(verdict.severity).toBe("high");
  });

  it.each(["*", "arn:aws:kinesis:*", `arn:aws:kinesis:${region}:${accountId}:*`, arnOf("*"), arnOf("?*")])(
    "as high by %s, even with one stream",
    (pattern) => {
      expect(by(pattern).severity).toBe("high");
      const one = streams.slice(0, 1);
      expect(
        verdictOn({ streams: one, roles: [roleWith("a", { ...reads, Resource: pattern })] }),
      ).toMatchObject({
        status: "fail",
        severity: "high",
      });
    },
  );

  it("by NotResource, which names no stream at all", () => {
    const { Action } = writes;
    const role = roleWith("a", { Action, NotResource: arnOf("bills") });
    expect(verdictOn({ roles: [role] })).toMatchObject({
      severity: "high",
      evidence: `Statement 1 of the inline policy a of role a allows writing by everything but ${arnOf("bills")}; it reaches 4 of 5 streams, for role a.`,
    });
  });

  it("writing and reading alike", () => {
    expect(by(arnOf("orders*"), writes).evidence).toContain("allows writing by the name");
    const Action = [...writes.Action, ...reads.Action];
    expect(by(arnOf("orders*"), { Action }).evidence).toContain("allows writing and reading by the name");
  });

  it("where the stream is named as well", () => {
    expect(by([streamArn, arnOf("orders*")]).status).toBe("fail");
  });

  it("through a consumer", () => {
    const consumers = read([buildConsumer()]);
    const fan = { Action: "kinesis:SubscribeToShard" };
    const two = [
      streamNamed("orders", { consumers, tags: read({}) }),
      streamNamed("bills", {
        consumers: read([buildConsumer({ arn: `${arnOf("bills")}/consumer/x:1` })]),
        tags: read({}),
      }),
    ];
    const role = roleWith("a", {
      ...fan,
      Resource: [`${arnOf("?r*")}/consumer/*`, `${arnOf("?i*")}/consumer/*`],
    });
    expect(verdictOn({ streams: two, roles: [role] }).status).toBe("pass");
    const both = roleWith("a", { ...fan, Resource: `${arnOf("*s")}/consumer/*` });
    expect(verdictOn({ streams: two, roles: [both] }).status).toBe("fail");
  });

  it("AWSLambdaKinesisExecutionRole is one finding with the roles of all its functions", () => {
    const arn = "arn:aws:iam::aws:policy/service-role/AWSLambdaKinesisExecutionRole";
    const policy = { ...policyWith("x", { ...reads, Resource: "*" }), arn, awsManaged: true };
    const roles = ["d", "c", "b", "a"].map((name) => buildRole({ name, attachedPolicyArns: [arn] }));
    const verdicts = verdictsIn(recordsByNameOnly, { streams, roles, managedPolicies: [policy] });
    expect(new Set(verdicts.flatMap(({ causes }) => causes))).toEqual(
      new Set([
        {
          kind: "statement",
          id: `${arn}#0`,
          label:
            "Statement 1 of policy AWSLambdaKinesisExecutionRole allows reading by the name *; it reaches 5 of 5 streams, for role a, role b, role c and 1 more.",
          severity: "high",
          document: { policyId: arn, statements: [0] },
          principals: ["a", "b", "c", "d"].map((name) => `arn:aws:iam::${accountId}:role/${name}`),
        },
      ]),
    );
  });

  it("counts streams of other Regions, and says on what it depends", () => {
    const west = "arn:aws:kinesis:eu-west-1:111122223333:stream/orders";
    const regions = [
      buildRegion({ streams: read(streams) }),
      buildRegion({
        region: "eu-west-1",
        streams: read([streamNamed("orders", { arn: west, region: "eu-west-1" })]),
      }),
    ];
    const Condition = { StringEquals: { "aws:SourceVpce": "vpce-a" } };
    const Resource = `arn:aws:kinesis:*:${accountId}:stream/orders?`;
    const roles = [roleWith("a", { ...reads, Resource: Resource.replace("?", "*"), Condition })];
    expect(
      verdictOn({
        roles,
        account: { regions, iam: read({ users: [], groups: [], managedPolicies: [], roles }) },
      }).evidence,
    ).toMatch(/reaches 3 of 6 streams, for role a, depending on aws:SourceVpce\.$/);
  });
});

describe("passes", () => {
  it("names, whatever the Region in them", () => {
    expect(by([streamArn, `arn:aws:kinesis:*:*:stream/bills`])).toMatchObject({
      status: "pass",
      evidence:
        "None of 1 statement behind writing and reading records of orders reaches further by a wildcard.",
    });
    expect(by(`${streamArn}/consumer/*`).status).toBe("pass");
  });

  it("a wildcard that matches this stream alone, with a note", () => {
    expect(by(arnOf("bil*")).evidence).toContain("None: no policy lets");
    const [, , bills] = verdictsIn(recordsByNameOnly, {
      streams,
      roles: [roleWith("a", { ...reads, Resource: arnOf("bil*") })],
    });
    expect(bills).toMatchObject({
      status: "pass",
      evidence: `None of 1 statement behind writing and reading records of bills reaches further by a wildcard. ${arnOf("bil*")} reaches no other stream.`,
    });
  });

  it("a name of one's own by a variable", () => {
    expect(by(arnOf("${aws:PrincipalTag/stream}")).status).toBe("pass");
  });

  it("wildcards of other duties, which other checks judge", () => {
    expect(by(arnOf("*"), administers).status).toBe("pass");
  });

  it("the policy of the stream, which reaches no other", () => {
    const policy = sharedWith(partnerArn, { ...reads, Resource: "*" });
    expect(verdictOn({ streams: [streamNamed("orders", { resourcePolicy: read(policy) })] }).status).toBe(
      "pass",
    );
  });

  it("administrators, who are counted, and roles of AWS's own", () => {
    expect(verdictOn({ roles: [administrator, streamAdministrator, serviceLinked] })).toMatchObject({
      status: "pass",
      evidence:
        "None: no policy lets a principal but administrators write or read records of orders. Left aside: 1 administrator of the account (KDS-LP-01) and 1 administrator of every stream (KDS-LP-02).",
    });
  });
});

describe("it does not guess", () => {
  it("what an unread document says, or denies", () => {
    expect(verdictOn({ roles: [unreadableRole()] }).status).toBe("unknown");
    const wide = roleWith("a", { ...reads, Resource: "*" });
    const odd = { ...wide, inlinePolicies: [...wide.inlinePolicies, { name: "odd", document: "{" }] };
    expect(verdictOn({ roles: [odd] })).toMatchObject({ status: "unknown", causes: [] });
    expect(verdictOn({ roles: [wide, unreadableRole()] })).toMatchObject({ status: "fail", gaps: [{}] });
  });

  it("what was denied", () => {
    const consumers = denied("kinesis:ListStreamConsumers");
    expect(verdictOn({ streams: [streamNamed("orders", { consumers })] }).gaps).toEqual([consumers.gap]);
    expect(verdictOn({ account: { iam: denied("iam:GetAccountAuthorizationDetails") } }).status).toBe(
      "unknown",
    );
    expect(verdictOn({ region: { streams: denied("kinesis:ListStreams") } }).status).toBe("unknown");
  });

  it("the organization's policies, which it says of a fail", () => {
    const account = { organizationPolicies: denied("organizations:ListPoliciesForTarget") };
    expect(verdictOn({ roles: [roleWith("a", { ...reads, Resource: "*" })], account }).evidence).toMatch(
      /Organization policies were not read\.$/,
    );
  });
});
