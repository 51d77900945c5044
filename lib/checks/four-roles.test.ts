import { expect, it } from "vitest";
import { checks } from "@/lib/checks/registry";
import { runChecks } from "@/lib/checks/run-checks";
import { plainStream, streamArnOf } from "@/lib/kinesis/access/test-account";
import { buildFourRoles } from "@/lib/kinesis/four-roles/build-four-roles";
import { onlyWithRoles } from "@/lib/kinesis/four-roles/imagined-account";
import { toRoleStream } from "@/lib/kinesis/four-roles/to-role-stream";
import type { RoleOptions } from "@/lib/kinesis/four-roles/four-roles";
import { accountWith, plainOptions } from "@/lib/kinesis/four-roles/test-four-roles";
import { defaultSettings } from "@/lib/model/settings";
import { documentOf } from "@/lib/model/test-iam";
import { accountId, read } from "@/lib/model/test-place";
import { buildSnapshot } from "@/lib/model/test-snapshot";
import { buildConsumer, buildKey, buildStream } from "@/lib/model/test-stream";

const consumer = buildConsumer({ arn: `${streamArnOf("orders")}/consumer/billing:1767225600` });
const root = { AWS: `arn:aws:iam::${accountId}:root` };
const key = buildKey({ policy: read(documentOf({ Principal: root, Action: "kms:*", Resource: "*" })) });
const account = accountWith(
  [
    buildStream({ mode: read("provisioned"), consumers: read([consumer]) }),
    plainStream("clicks", { mode: read("provisioned") }),
    plainStream("audit"),
  ],
  { keys: read([key]) },
);

it.each<[string, Partial<RoleOptions>]>([
  ["nothing else", {}],
  ["sharing", { share: true }],
  ["what AWS accepts on * only", { regionWide: true }],
  ["KCL", { reader: "kcl", application: "billing" }],
  ["enhanced fan-out", { fanOut: true }],
  ["TLS", { requireTls: true }],
  ["a VPC endpoint", { vpcEndpointIds: ["vpce-0a1b2c3d4e5f60718"] }],
])("the four roles of a stream pass least privilege and separation of duties, with %s", (_, options) => {
  const [region] = account.regions;
  const [stream] = region?.streams.known ? region.streams.value : [];
  const four = buildFourRoles([toRoleStream(stream!, region!)], { ...plainOptions, ...options });
  const held = four.policies.flatMap(({ role, document }) => (document ? [{ role, document }] : []));
  expect(held).toHaveLength(4);
  const snapshot = buildSnapshot({ accounts: [onlyWithRoles(account, held)] });
  // Whether roles that were made just now are in use, time will tell.
  const own = checks.filter(({ id, isManual }) => /-(?:LP|SOD)-/.test(id) && !isManual && id !== "KDS-LP-08");
  const verdicts = runChecks(snapshot, defaultSettings, own);
  const failed = verdicts.filter(({ status }) => status !== "pass" && status !== "not-applicable");
  expect(verdicts.filter(({ status }) => status === "pass").length).toBeGreaterThan(20);
  expect(failed.map(({ checkId, status, evidence }) => [checkId, status, evidence])).toEqual([]);
});
