import { array, assert, boolean, constantFrom, nat, property, record } from "fast-check";
import { describe, expect, it } from "vitest";
import { plainStream, streamArnOf } from "@/lib/kinesis/access/test-account";
import type { FourRoles, PolicyStatement, RoleName } from "@/lib/kinesis/four-roles/four-roles";
import { readers, roleNames } from "@/lib/kinesis/four-roles/four-roles";
import { proveFourRoles } from "@/lib/kinesis/four-roles/prove-four-roles";
import { allow } from "@/lib/kinesis/four-roles/statement-parts";
import { accountWith, rolesFor } from "@/lib/kinesis/four-roles/test-four-roles";
import { documentOf } from "@/lib/model/test-iam";
import {
  buildOrganizationPolicies,
  buildOrganizationPolicy,
  buildPolicyLevel,
} from "@/lib/model/test-organization";
import { accountId, read } from "@/lib/model/test-place";
import { buildConsumer, buildKey, buildStream } from "@/lib/model/test-stream";

const streams = ["orders", "clicks"].map((name) => plainStream(name, { mode: read("provisioned") }));
const account = accountWith(streams);
const four = rolesFor(account, ["orders"]);

/** The roles with the document of one changed. */
function changed(
  role: RoleName,
  change: (statements: readonly PolicyStatement[]) => readonly PolicyStatement[],
): FourRoles {
  const policies = four.policies.map((policy) =>
    policy.role === role && policy.document
      ? { ...policy, document: { ...policy.document, Statement: change(policy.document.Statement) } }
      : policy,
  );
  return { ...four, policies };
}

function problemsOf(role: RoleName, change: Parameters<typeof changed>[1]): readonly string[] {
  const proofs = proveFourRoles(account, changed(role, change), false);
  expect(proofs.filter((proof) => proof.role !== role).flatMap(({ problems }) => problems)).toEqual([]);
  return proofs.find((proof) => proof.role === role)?.problems ?? [];
}

const orders = [streamArnOf("orders")];

describe("a policy that is not what it should be is not proven", () => {
  it("when it holds a second duty", () => {
    const reads = allow("More", ["kinesis:GetRecords", "kinesis:GetShardIterator"], orders);
    expect(problemsOf("producers", (own) => [...own, reads])).toEqual([
      "It holds the duty consume on orders, too.",
    ]);
  });

  it("when it reaches another stream", () => {
    expect(
      problemsOf("producers", (own) => [...own, allow("More", ["kinesis:PutRecord"], [streamArnOf("cl*")])]),
    ).toEqual(["It holds the duty produce on clicks, too."]);
    const wide = allow("More", ["kinesis:UpdateShardCount"], "*");
    expect(problemsOf("resharding", (own) => [...own, wide])).toEqual([
      "It holds the duty reshard on clicks, too.",
    ]);
  });

  it("when it does not hold its duty, or not in full", () => {
    expect(problemsOf("consumers", (own) => own.filter(({ Sid }) => Sid !== "Read"))).toEqual([
      "It does not hold the duty consume on orders.",
    ]);
    const deny: PolicyStatement = { ...allow("No", ["kinesis:PutRecords"], orders), Effect: "Deny" };
    expect(problemsOf("producers", (own) => [...own, deny])).toEqual([
      "It does not allow kinesis:PutRecords on orders.",
    ]);
  });

  it("when a stream's own policy denies it", () => {
    const denying = documentOf({
      Effect: "Deny",
      Principal: { AWS: `arn:aws:iam::${accountId}:role/producers` },
      Action: "kinesis:Put*",
      Resource: orders,
    });
    const [first, second] = streams;
    const closed = accountWith([{ ...first!, resourcePolicy: read(denying) }, second!]);
    expect(proveFourRoles(closed, rolesFor(closed, ["orders"]), false)[2]?.problems[0]).toContain(
      "It does not hold the duty produce on orders",
    );
  });

  it("but what the organization denies is said, and is no fault of the policy", () => {
    const deny = buildOrganizationPolicy({
      id: "p-keep",
      document: documentOf({ Effect: "Deny", Action: "kinesis:DeleteStream", Resource: "*" }),
    });
    const scps = [buildPolicyLevel({ policies: [buildOrganizationPolicy(), deny] })];
    const bound = accountWith(
      streams,
      {},
      { organizationPolicies: read(buildOrganizationPolicies({ scps })) },
    );
    const [administrators, ...others] = proveFourRoles(bound, rolesFor(bound, ["orders"]), false);
    expect(administrators?.allows).toContain("kinesis:UpdateMaxRecordSize");
    expect(administrators?.allows).not.toContain("kinesis:DeleteStream");
    expect(administrators).toMatchObject({
      problems: [],
      limits: [
        "It does not allow kinesis:DeleteStream on orders. The organization's policies deny it, whoever holds it.",
      ],
    });
    expect(others.flatMap(({ limits, problems }) => limits.concat(problems))).toEqual([]);
  });

  it("when the key's policy could not be read", () => {
    const encrypted = accountWith([buildStream({ mode: read("provisioned") })], {
      keys: read([buildKey({ policy: read("{") })]),
    });
    const [, , producers] = proveFourRoles(encrypted, rolesFor(encrypted, ["orders"]), true);
    expect(producers?.problems).toEqual([
      "Whether it works on orders is decided by a document that could not be read.",
    ]);
  });

  it("when it is longer than a managed policy may be", () => {
    const many = Array.from({ length: 120 }, (_, index) =>
      plainStream(`stream-of-some-length-${index}`, { mode: read("provisioned") }),
    );
    const large = accountWith(many);
    const all = rolesFor(
      large,
      many.map(({ name }) => name),
    );
    for (const { problems } of proveFourRoles(large, all, false))
      expect(problems).toEqual([
        expect.stringMatching(
          /^It has \d+ characters, and a managed policy holds 6144: make it for fewer streams\.$/,
        ),
      ]);
  });
});

it("holds for any streams, keys and options", () => {
  const streamArbitrary = record({
    mode: constantFrom("provisioned" as const, "on-demand" as const),
    encrypted: boolean(),
    consumers: boolean(),
  });
  const optionsArbitrary = record({
    share: boolean(),
    regionWide: boolean(),
    reader: constantFrom(...readers),
    fanOut: boolean(),
    application: constantFrom("billing", "a.b_c-d"),
    requireTls: boolean(),
    vpcEndpointIds: constantFrom([], ["vpce-0a1b2c3d4e5f60718"]),
  });
  const root = { AWS: `arn:aws:iam::${accountId}:root` };
  const key = buildKey({ policy: read(documentOf({ Principal: root, Action: "kms:*", Resource: "*" })) });
  assert(
    property(
      array(streamArbitrary, { minLength: 1, maxLength: 4 }),
      nat({ max: 3 }),
      optionsArbitrary,
      (drawn, count, options) => {
        const live = drawn.map(({ mode, encrypted, consumers }, index) => {
          const name = `s${index}`;
          const arn = streamArnOf(name);
          const consumer = buildConsumer({ arn: `${arn}/consumer/app:1767225600` });
          const shared = { mode: read(mode), consumers: read(consumers ? [consumer] : []) };
          return encrypted ? buildStream({ name, arn, ...shared }) : plainStream(name, shared);
        });
        const drawnAccount = accountWith(live, { keys: read([key]) });
        const chosen = live.slice(0, count + 1).map(({ name }) => name);
        const proofs = proveFourRoles(drawnAccount, rolesFor(drawnAccount, chosen, options), false);
        expect(proofs.map(({ role, problems }) => ({ role, problems }))).toEqual(
          roleNames.map((role) => ({ role, problems: [] })),
        );
      },
    ),
    { numRuns: 300 },
  );
});
