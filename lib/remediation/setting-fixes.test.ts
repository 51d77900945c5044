import { describe, expect, it } from "vitest";
import type { Finding } from "@/lib/model/report";
import { defaultSettings } from "@/lib/model/settings";
import { policyId } from "@/lib/model/policy-id";
import { buildInventory, buildRole } from "@/lib/model/test-iam";
import { accountId, denied, read } from "@/lib/model/test-place";
import { findFix } from "@/lib/remediation/find-fix";
import { findingOf, fixFor, orders, snapshotOf } from "@/lib/remediation/test-fix";
import { whyNoFix } from "@/lib/remediation/why-no-fix";

const statementsIn = (text: string | undefined): unknown => JSON.parse(text ?? "{}").Statement;
const noFix = (finding: Finding, snapshot: ReturnType<typeof snapshotOf>) =>
  findFix({ finding, snapshot, settings: defaultSettings });
const inventoryOf = (parts: Parameters<typeof buildInventory>[0]) =>
  snapshotOf({}, { iam: read(buildInventory({ roles: [], managedPolicies: [], ...parts })) });

describe("other settings", () => {
  it("puts the tags on a stream that the owner asks for, and none that is there", () => {
    const stream = { ...orders, tags: read({ team: "a", "aws:x": "y" }) };
    const given = snapshotOf({ streams: read([stream]) });
    const fix = fixFor(findingOf("KDS-OPS-03"), given, { requiredTagKeys: ["team", "owner"] });
    expect(fix.commands[0]).toContain(`--tags '{"owner":"to-be-stated"}'`);
    expect(fix.cloudFormation).not.toContain("aws:x");
    const { streams } = fix.apply(given).accounts[0]!.regions[0]!;
    expect(streams.known && streams.value[0]?.tags).toMatchObject({
      value: { team: "a", "aws:x": "y", owner: "to-be-stated" },
    });
    expect(
      noFix(findingOf("KDS-OPS-03"), snapshotOf({ streams: read([{ ...orders, tags: denied("x") }]) })),
    ).toBe(undefined);
  });

  it("leaves a named principal of another account the reading, and a whole account to people", () => {
    const id = policyId.resource(orders.arn);
    const policyFor = (principal: string) =>
      JSON.stringify({
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Principal: { AWS: principal },
            Action: ["kinesis:GetRecords", "kinesis:PutRecord"],
            Resource: orders.arn,
          },
        ],
      });
    const shared = (principal: string) => ({
      finding: findingOf("KDS-SHR-02", {
        document: { policyId: id, statements: [0] },
        principals: [principal],
      }),
      given: snapshotOf({ streams: read([{ ...orders, resourcePolicy: read(policyFor(principal)) }]) }),
    });
    const role = shared("arn:aws:iam::999988887777:role/reader");
    expect(statementsIn(fixFor(role.finding, role.given).documents[0]?.after)).toMatchObject([
      { Action: ["kinesis:GetRecords"] },
    ]);
    const whole = shared("arn:aws:iam::999988887777:root");
    expect(noFix(whole.finding, whole.given)).toBeUndefined();
    const asked = { finding: whole.finding, snapshot: whole.given, settings: defaultSettings };
    expect(whyNoFix(asked)).toContain("only that account knows");
  });

  it.each([
    ["kinesis", "channel/c-1", "delete-channel"],
    ["firehose", "deliverystream/d", "delete-delivery-stream"],
    ["pipes", "pipe/p", "delete-pipe"],
  ])("stops what %s carries away", (service, resource, verb) => {
    const arn = `arn:aws:${service}:us-east-1:${accountId}:${resource}`;
    expect(fixFor(findingOf("KDS-SHR-03", { kind: "setting", id: arn })).commands[0]).toContain(verb);
    expect(
      noFix(findingOf("KDS-SHR-03", { kind: "setting", id: "arn:aws:s3:::b" }), snapshotOf()),
    ).toBeUndefined();
  });

  it("lets nobody take a role whose only principal is a stranger", () => {
    const stranger = "arn:aws:iam::999988887777:root";
    const role = buildRole({ trustPolicy: trustFor({ AWS: stranger }) });
    const finding = findingOf("KDS-CRED-03", {
      kind: "trust",
      id: `${policyId.trust(role.arn)} ${stranger}`,
      severity: "high",
      document: { policyId: policyId.trust(role.arn), statements: [0] },
    });
    const fix = fixFor(finding, inventoryOf({ roles: [role] }));
    expect(statementsIn(fix.documents[0]?.after)).toMatchObject([{ Effect: "Deny", Principal: "*" }]);
    const { iam } = fix.apply(inventoryOf({ roles: [role] })).accounts[0]!;
    expect(iam.known && iam.value.roles[0]?.trustPolicy).toContain("Nobody");
  });
});

function trustFor(principal: object): string {
  const statement = { Effect: "Allow", Principal: principal, Action: "sts:AssumeRole" };
  return JSON.stringify({ Version: "2012-10-17", Statement: [statement] });
}
