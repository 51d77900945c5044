import { expect, it } from "vitest";
import { randomAccount } from "@/lib/bench/random-account";
import { buildAccessIndex } from "@/lib/iam/access-index/build-access-index";
import { hasPlace, placesOf } from "@/lib/iam/access-index/resource-set";
import { rarePlan, sampleTriples } from "@/lib/iam/access-index/test-agreement";
import { actions, allow, deny, policy, role, stream, unreadable } from "@/lib/iam/access-index/test-world";
import type { AccessPrincipal } from "@/lib/iam/access-index/access-input";

const streams = ["orders", "orders-copy", "clicks"].map((name) => stream(name));

function grantsOf(change: Partial<AccessPrincipal>, action = "kinesis:GetRecords") {
  const principal = role("reader", change);
  const index = buildAccessIndex({ principals: [principal], resources: streams, actions });
  const names = (places: Iterable<number>) =>
    [...places].map((place) => index.resources[place]?.arn.split("/").at(-1));
  return index
    .grants(principal.arn, action)
    .map(({ reach, ...grant }) =>
      Object.assign(grant, { reach: names(placesOf(reach.may)), sure: names(placesOf(reach.must)) }),
    );
}

it("names the statements behind an access, each with what it reaches", () => {
  const source = policy(
    { ...allow("kinesis:Put*"), Sid: "write" },
    { ...allow("kinesis:Get*", "arn:aws:kinesis:*:*:stream/orders*"), Sid: "read" },
    allow("kinesis:GetRecords", "arn:aws:kinesis:*:*:stream/clicks"),
  );
  expect(grantsOf({ policies: [source] })).toEqual([
    {
      policy: "test",
      index: 1,
      sid: "read",
      reach: ["orders", "orders-copy"],
      sure: ["orders", "orders-copy"],
    },
    { policy: "test", index: 2, reach: ["clicks"], sure: ["clicks"] },
  ]);
});

it("leaves out what a Deny or a boundary takes away", () => {
  const reads = allow("kinesis:GetRecords");
  const denied = policy(reads, deny("kinesis:*", "arn:aws:kinesis:*:*:stream/orders"));
  const boundary = policy(allow("*", "arn:aws:kinesis:*:*:stream/orders*"));
  expect(grantsOf({ policies: [denied], boundary })).toMatchObject([{ index: 0, reach: ["orders-copy"] }]);
});

it("says that a document which cannot be read may grant everything", () => {
  expect(grantsOf({ policies: [unreadable] })).toEqual([
    { policy: "unreadable", reach: ["clicks", "orders", "orders-copy"], sure: [] },
  ]);
});

it("covers an action without resource types by * for sure, and by an ARN perhaps", () => {
  const byName = allow("kinesis:UpdateShardCount", "arn:aws:kinesis:*:*:stream/orders");
  const byStar = allow("kinesis:UpdateShardCount");
  const grants = grantsOf({ policies: [policy(byName), policy(byStar)] }, "kinesis:UpdateShardCount");
  expect(grants.map(({ reach }) => reach.length)).toEqual([1, 3]);
});

it.each([11, 12, 13])(
  "finds every Allow of an identity policy that explains an access, account %i",
  (seed) => {
    const input = randomAccount(rarePlan(seed));
    const index = buildAccessIndex(input);
    const missing: string[] = [];
    let seen = 0;
    for (const { principal, action, place, resource } of sampleTriples(input, index, { seed, count: 1500 })) {
      const { decision, statements } = index.explain(principal.arn, action, resource.arn);
      if (decision.endsWith("denied")) continue;
      const own = new Set(principal.policies.map((source) => source.policy));
      const grants = new Set(
        index
          .grants(principal.arn, action)
          .filter(({ reach }) => hasPlace(reach.may, place))
          .map((grant) => `${grant.policy} ${grant.index}`),
      );
      const allows = statements.filter(({ policy: name, effect }) => effect === "Allow" && own.has(name));
      const names = allows.map((each) => `${each.policy} ${each.index}`);
      missing.push(...names.filter((name) => !grants.has(name)));
      seen += names.length;
    }
    expect(missing).toEqual([]);
    expect(seen).toBeGreaterThan(20);
  },
);

it("decides with what is told of one request", () => {
  const vpce = { Condition: { StringEquals: { "aws:SourceVpce": "vpce-1" } } };
  const principal = role("reader", { policies: [policy(allow("kinesis:GetRecords", "*", vpce))] });
  const index = buildAccessIndex({ principals: [principal], resources: streams, actions });
  const decide = (told?: [string, string[]][]) =>
    index.explain(principal.arn, "kinesis:GetRecords", streams[0]!.arn, told).decision;
  expect(decide()).toBe("undetermined");
  expect(decide([["AWS:sourcevpce", ["vpce-1"]]])).toBe("allowed");
  expect(decide([["aws:SourceVpce", ["vpce-2"]]])).toBe("implicitly-denied");
  expect(decide([["aws:SourceVpce", []]])).toBe("implicitly-denied");
});
