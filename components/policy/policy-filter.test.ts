import { expect, it } from "vitest";
import { filterPolicies, policyFilterGroups } from "@/components/policy/policy-filter";
import type { PolicyRow } from "@/components/policy/policy-table";
import { largeReport } from "@/lib/bench/large-report";
import { policyId } from "@/lib/model/policy-id";
import { buildEndpoint } from "@/lib/model/test-network";
import { read } from "@/lib/model/test-place";
import type { Report, ReportPolicy } from "@/lib/model/report";

const report = largeReport({ streams: 2, findings: 2 });
const [one, two] = ["111122223333", "444455556666"] as const;
const [region, elsewhere] = ["eu-west-1", "us-east-1"] as const;
const stream = `arn:aws:kinesis:${region}:${one}:stream/orders`;
const managed = "arn:aws:iam::aws:policy/ReadOnlyAccess";

function row(kind: ReportPolicy["kind"], id: string, attachedTo: readonly string[] = []): PolicyRow {
  const name = id.replace("#policy", "");
  const policy = { kind, id, name, awsManaged: false, text: "{}", attachedTo: [...attachedTo] };
  return { policy: { ...policy, statementCount: 0 }, findings: 0, severity: undefined };
}

const rows = [
  row("managed", managed, [`arn:aws:iam::${one}:role/a`, `arn:aws:iam::${two}:role/a`]),
  row("inline", policyId.inline(`arn:aws:iam::${two}:role/a`, "own"), [`arn:aws:iam::${two}:role/a`]),
  row("stream", policyId.resource(stream), [stream]),
  row("endpoint", policyId.resource("vpce-1"), ["vpce-1"]),
];
const none = read([], "ec2:DescribeVpcs");
const networks: Report["networks"] = [
  {
    accountId: two,
    region,
    vpcEndpoints: read([buildEndpoint({ id: "vpce-1", accountId: two, region })], "ec2:DescribeVpcEndpoints"),
    securityGroups: none,
    subnets: none,
    vpcs: none,
    routeTables: none,
  },
];

it.each([
  [{}, [0, 1, 2, 3]],
  [{ account: one }, [0, 2]],
  [{ account: two }, [0, 1, 3]],
  [{ region }, [2, 3]],
  [{ account: two, region }, [3]],
  [{ region: elsewhere }, []],
  [{ account: two, kind: "inline" }, [1]],
  [{ q: "READONLY", account: one }, [0]],
])("%j leaves the documents %j", (filter, left) => {
  expect(filterPolicies(rows, filter, { networks })).toEqual(left.map((index) => rows[index]));
});

it("offers accounts and Regions where there is something to choose", () => {
  const names = (scan: Partial<Report["scan"]>) =>
    policyFilterGroups({ scan: { ...report.scan, ...scan } }).map(({ name }) => name);
  expect(names({ regions: [region] })).toEqual(["Kind"]);
  const accounts = [one, two].map((accountId) => ({ accountId, identityArn: "" }));
  expect(names({ regions: [region, elsewhere], accounts })).toEqual(["Account", "Region", "Kind"]);
});
