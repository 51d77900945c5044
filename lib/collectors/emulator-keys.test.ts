import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Fault } from "@/lib/demo/wire/faults";
import { startWireServer, type WireServer } from "@/lib/demo/wire/start-wire-server";
import { accountId, buildTestAccount, buildTestRegion, buildTestStream } from "@/lib/demo/wire/test-account";
import type { RegionSnapshot } from "@/lib/model/snapshot";
import { given, scan } from "@/lib/scan/test-scan";

const json = "application/x-amz-json-1.1";
const region = "eu-central-1";

let server: WireServer;

beforeAll(async () => {
  server = await startWireServer(buildTestAccount());
});
beforeEach(() => server.setAccount(buildTestAccount()));
afterEach(() => server.faults.clear());
afterAll(() => server.close());

describe("a key", () => {
  it("of another account has no policy to read, and the gap says why", async () => {
    const arn = `arn:aws:kms:${region}:555566667777:key/1111abcd-12ab-34cd-56ef-1234567890ab`;
    const stream = buildTestStream("payments");
    const summary = { ...stream.summary, KeyId: arn };
    const changed = buildTestRegion({ streams: [{ ...stream, summary }] });
    server.setAccount(buildTestAccount({ regions: { [region]: changed, "us-east-1": changed } }));
    server.calls.clear();
    reply("kms:DescribeKey", { KeyMetadata: { KeyId: arn.split("/")[1], KeyManager: "CUSTOMER" } });
    const { keys } = await scanRegion();
    expect(keys).toMatchObject({
      value: [
        {
          arn,
          accountId: "555566667777",
          metadata: { value: { manager: { value: "customer" }, state: { known: false } } },
          policy: { gap: { reason: "not-collected", message: expect.stringContaining("555566667777") } },
        },
      ],
    });
    expect(server.calls.count("kms:GetKeyPolicy")).toBe(0);
  });

  it("that KMS does not know is known not to exist", async () => {
    reply("kms:DescribeKey", { __type: "NotFoundException", message: "no key" }, { status: 400 });
    expect((await scanRegion()).keys).toMatchObject({
      value: [{ metadata: { known: true, value: null }, policy: { known: false, gap: { reason: "empty" } } }],
    });
  });

  it("without rotation of its kind has none, which is not the same as off", async () => {
    reply(
      "kms:GetKeyRotationStatus",
      { __type: "UnsupportedOperationException", message: "" },
      { status: 400 },
    );
    expect((await scanRegion()).keys).toMatchObject({ value: [{ rotation: { known: true, value: null } }] });
  });

  it("is never looked for behind a predefined alias", async () => {
    const stream = buildTestStream("payments");
    const summary = { ...stream.summary, KeyId: "alias/aws/kinesis" };
    const changed = buildTestRegion({ streams: [{ ...stream, summary }] });
    server.setAccount(buildTestAccount({ regions: { [region]: changed, "us-east-1": changed } }));
    server.calls.clear();
    expect((await scanRegion()).keys).toMatchObject({ known: true, value: [] });
    expect(server.calls.count("kms:DescribeKey")).toBe(0);
  });
});

describe("a list of VPC endpoints", () => {
  it("that ignores the filter is filtered here", async () => {
    const item = (id: string, service: string) =>
      `<item><vpcEndpointId>${id}</vpcEndpointId><vpcId>vpc-1</vpcId><serviceName>com.amazonaws.${region}.${service}</serviceName></item>`;
    const items =
      item("vpce-1", "s3") + item("vpce-2", "kinesis-streams-fips") + item("vpce-3", "kinesis-firehose");
    server.faults.add({
      operation: "ec2:DescribeVpcEndpoints",
      kind: "raw-body",
      contentType: "text/xml",
      body: `<DescribeVpcEndpointsResponse><vpcEndpointSet>${items}</vpcEndpointSet></DescribeVpcEndpointsResponse>`,
    });
    const { vpcEndpoints } = await scanRegion();
    expect(vpcEndpoints).toMatchObject({
      value: [{ id: "vpce-2", policy: { known: false }, securityGroupIds: { known: false } }],
    });
    expect(vpcEndpoints.known && vpcEndpoints.value.length).toBe(1);
  });
});

describe("an organization", () => {
  it("that does not exist is a fact, with no accounts", async () => {
    const { organization: _none, ...account } = buildTestAccount();
    server.setAccount({ ...account, organizationAccounts: [] });
    const { snapshot } = await scan(server.url, { request: { regions: [region] } });
    expect(snapshot.accounts[0]).toMatchObject({
      organization: { known: true, value: null },
      organizationAccountIds: { known: true, value: [] },
    });
  });

  it("whose list of accounts is empty was not listed", async () => {
    const Organization = {
      Id: "o-1",
      Arn: "arn:aws:organizations::1:organization/o-1",
      MasterAccountId: accountId,
    };
    reply("organizations:DescribeOrganization", { Organization });
    reply("organizations:ListAccounts", { Accounts: [] });
    const { snapshot } = await scan(server.url, { request: { regions: [region] } });
    expect(snapshot.accounts[0]?.organizationAccountIds).toMatchObject({ gap: { reason: "empty" } });
  });
});

function reply(
  operation: string,
  body: object,
  { status = 200, ...scope }: Pick<Fault, "times" | "match"> & { readonly status?: number } = {},
): void {
  server.faults.add({
    operation,
    kind: "raw-body",
    body: JSON.stringify(body),
    status,
    contentType: json,
    ...scope,
  });
}

async function scanRegion(): Promise<RegionSnapshot> {
  const { snapshot } = await scan(server.url, { request: { regions: [region] } });
  return given(snapshot.accounts[0]?.regions[0], "Region");
}
