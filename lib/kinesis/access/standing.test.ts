import { describe, expect, it } from "vitest";
import { accessIn, plainStream, roleWith } from "@/lib/kinesis/access/test-account";
import type { StreamAccess } from "@/lib/model/stream-access";
import type { Observed } from "@/lib/model/observed";
import { buildManagedPolicy, documentOf } from "@/lib/model/test-iam";
import { accountId, denied, read, region } from "@/lib/model/test-place";
import {
  buildOrganizationPolicies,
  buildOrganizationPolicy,
  buildPolicyLevel,
} from "@/lib/model/test-organization";

const everything = { Action: "*", Resource: "*" };
const deny = (Action: string | string[], Resource = "*") => ({ Effect: "Deny", Action, Resource });
const streams = ["orders", "orders-copy", "orders-late"].map((name) => plainStream(name));

function standings(access: StreamAccess): string[] {
  return access.parties
    .map((party) => `${party.name} ${access.standingOf(party, region)}`)
    .filter((text) => !text.endsWith("ordinary"));
}

const standingWith = (statements: readonly object[], world: Parameters<typeof accessIn>[0] = { streams }) =>
  standings(accessIn({ ...world, roles: [roleWith("someone", statements)] }))
    .join()
    .replace("someone ", "");

describe("an account administrator", () => {
  it("is allowed every action on every resource, under a condition or not", () => {
    expect(standingWith([everything])).toBe("account-administrator");
    expect(standingWith([{ Action: "*:*", Resource: "*" }])).toBe("account-administrator");
    expect(standingWith([{ NotAction: "aws-portal:*", Resource: "*" }])).toBe("account-administrator");
    const mfa = { Condition: { Bool: { "aws:MultiFactorAuthPresent": "true" } } };
    expect(standingWith([{ ...everything, ...mfa }])).toBe("account-administrator");
  });

  it("stays one where there is no stream", () => {
    expect(standingWith([everything], { streams: [] })).toBe("account-administrator");
  });

  it.each([
    ["an action of Kinesis", deny("kinesis:DeleteStream")],
    ["one stream", deny("kinesis:PutRecord", "arn:aws:kinesis:*:*:stream/orders-late")],
    ["an action of IAM", deny("iam:CreateAccessKey")],
  ])("ends by a Deny of %s", (_what, statement) => {
    expect(standingWith([everything, statement])).not.toBe("account-administrator");
  });

  it("does not end by a Deny of something else", () => {
    expect(standingWith([everything, deny("organizations:LeaveOrganization")])).toBe("account-administrator");
  });

  it("ends by a boundary that keeps IAM out", () => {
    const boundary = buildManagedPolicy({
      name: "bound",
      document: documentOf({ NotAction: "iam:*", Resource: "*" }),
    });
    const role = roleWith("someone", [everything], { boundaryArn: boundary.arn });
    const access = accessIn({ streams, inventory: { roles: [role], managedPolicies: [boundary] } });
    expect(standings(access)).toEqual(["someone stream-administrator"]);
  });

  it("does not end by what the organization denies everybody in the account", () => {
    const document = documentOf(deny("kinesis:DeleteStream"));
    const policies = [buildOrganizationPolicy(), buildOrganizationPolicy({ id: "p-1", document })];
    const organizationPolicies = read(buildOrganizationPolicies({ scps: [buildPolicyLevel({ policies })] }));
    expect(standingWith([everything], { streams, account: { organizationPolicies } })).toBe(
      "account-administrator",
    );
  });

  it("is nobody whose documents could not be read", () => {
    const role = roleWith("someone", [], { inlinePolicies: [{ name: "own", document: '{"*"' }] });
    expect(standings(accessIn({ streams, roles: [role] }))).toEqual([]);
  });
});

describe("a stream administrator at large", () => {
  const all = (Resource: string) => [{ Action: "kinesis:*", Resource }];

  it.each([
    "*",
    "arn:aws:kinesis:*:*:*",
    "arn:aws:kinesis:*:*:stream/*",
    `arn:aws:kinesis:${region}:${accountId}:*`,
  ])("administers, writes and reads every stream of the Region by %s", (pattern) => {
    expect(standingWith(all(pattern))).toBe("stream-administrator");
    expect(standingWith(all(pattern), { streams: streams.slice(0, 1) })).toBe("stream-administrator");
  });

  it("is one by a name pattern that covers three or more streams", () => {
    const pattern = "arn:aws:kinesis:*:*:stream/orders*";
    expect(standingWith(all(pattern))).toBe("stream-administrator");
    expect(standingWith(all(pattern), { streams: streams.slice(0, 2) })).toBe("");
    expect(standingWith(all(pattern), { streams: [...streams, plainStream("clicks")] })).toBe("");
  });

  it("is one with everything but IAM, as PowerUserAccess has it", () => {
    const power = { NotAction: ["iam:*", "organizations:*", "account:*"], Resource: "*" };
    expect(standingWith([power])).toBe("stream-administrator");
  });

  it("may have the three duties by several statements", () => {
    const statements = [
      { Action: "kinesis:Put*", Resource: "*" },
      { Action: "kinesis:Get*", Resource: "*" },
      { Action: "kinesis:DeleteStream", NotResource: "arn:aws:s3:::bucket" },
    ];
    expect(standingWith(statements)).toBe("stream-administrator");
    expect(standingWith(statements.slice(0, 2))).toBe("");
  });

  it("names no stream one by one, and is not denied one", () => {
    const named = streams.map(({ arn }) => ({ Action: "kinesis:*", Resource: arn }));
    expect(standingWith(named)).toBe("");
    expect(standingWith([...all("*"), deny("kinesis:Get*", "arn:aws:kinesis:*:*:stream/orders")])).toBe("");
    // Whoever may do everything else may also write itself a policy.
    expect(standingWith([{ NotAction: "kinesis:*", Resource: "*" }])).toBe("shadow-administrator");
    expect(standingWith([{ NotAction: ["kinesis:*", "iam:*"], Resource: "*" }])).toBe("");
    expect(standingWith([{ Action: "kinesis:*", NotResource: "arn:aws:kinesis:*:*:stream/*" }])).toBe("");
  });

  it("is nobody where there is no stream", () => {
    expect(standingWith(all("*"), { streams: [] })).toBe("");
  });
});

describe("somebody whose access hangs on tags that could not be read", () => {
  const tagged = (tags: Observed<Record<string, string>>) => [
    plainStream("orders", { tags }),
    ...["orders-copy", "orders-late"].map((name) => plainStream(name, { tags: read({ team: "a" }) })),
  ];
  const ofTeam = {
    Action: "kinesis:*",
    Resource: "*",
    Condition: { StringEquals: { "aws:ResourceTag/team": "a" } },
  };
  const accessWith = (tags: Observed<Record<string, string>>) =>
    accessIn({ streams: tagged(tags), roles: [roleWith("someone", [ofTeam])] });
  const unread = denied("tag:GetResources");

  it("is neither an administrator of every stream nor an ordinary principal, and every stream says so", () => {
    expect(standings(accessWith(read({ team: "a" })))).toEqual(["someone stream-administrator"]);
    expect(standings(accessWith(read({})))).toEqual([]);
    const access = accessWith(unread);
    expect(standings(access)).toEqual(["someone unsettled"]);
    expect(access.gapsOn(streams[2]!.arn)).toContainEqual(unread.gap);
    expect(access.standingGaps(region)).toContainEqual(unread.gap);
    expect(accessWith(read({ team: "a" })).standingGaps(region)).toEqual([]);
  });

  it("holds nothing on the stream that is known", () => {
    const cells = (tags: Observed<Record<string, string>>) =>
      accessWith(tags)
        .holdersOf(streams[0]!.arn)
        .map((cell) => [cell.access, cell.openGap]);
    expect(new Set(cells(unread).map(([access]) => access))).toEqual(new Set(["unknown"]));
    expect(cells(unread)[0]?.[1]).toEqual(unread.gap);
    expect(new Set(cells(read({ team: "a" })).map(([access]) => access))).toEqual(new Set(["allowed"]));
  });
});
