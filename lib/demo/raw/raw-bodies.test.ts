import { readFileSync } from "node:fs";
import { DescribeSecurityGroupsCommand, DescribeVpcEndpointsCommand } from "@aws-sdk/client-ec2";
import { GetAccountAuthorizationDetailsCommand } from "@aws-sdk/client-iam";
import { DescribeStreamSummaryCommand, ListStreamsCommand } from "@aws-sdk/client-kinesis";
import { ListAliasesCommand } from "@aws-sdk/client-kms";
import { ListHostedZonesByVPCCommand } from "@aws-sdk/client-route-53";
import { GetCallerIdentityCommand } from "@aws-sdk/client-sts";
import { describe, expect, it } from "vitest";
import { buildTestAccount, buildTestRegion } from "../wire/test-account";
import { answered, useWireServer } from "../wire/test-clients";

/**
 * The server writes with the schemas that the client reads with, so a mistake of both would not show.
 * These bodies were written by hand after the samples of AWS's API references.
 */
const wire = useWireServer(buildTestAccount());
const types = { json: "application/x-amz-json-1.1", xml: "text/xml" };

function body(file: string): string {
  return readFileSync(new URL(file, import.meta.url), "utf8");
}

function serve(file: string, status = 200): void {
  const contentType = file.endsWith(".json") ? types.json : types.xml;
  wire.server.faults.add({ operation: "*", kind: "raw-body", body: body(file), status, contentType });
}

/** Compares as XML: neither white space between elements nor request ids count. */
function bare(xml: string): string {
  return xml.replaceAll(/>\s+</g, "><").replaceAll(/(<requestid>)[^<]*/gi, "$1").trim();
}

const listStreams = () => wire.clients.kinesis.send(new ListStreamsCommand({}));
const details = () => wire.clients.iam.send(new GetAccountAuthorizationDetailsCommand({}));
const endpoints = () => wire.clients.ec2.send(new DescribeVpcEndpointsCommand({}));
const groups = () => wire.clients.ec2.send(new DescribeSecurityGroupsCommand({}));
const zonesOf = { VPCId: "vpc-1", VPCRegion: "eu-central-1" } as const;
const zones = () => wire.clients.route53.send(new ListHostedZonesByVPCCommand(zonesOf));

describe("AWS's bodies, as the SDK reads them", () => {
  it("reads a page of streams, and passes over a member that it does not know", async () => {
    serve("kinesis-list-streams.json");
    expect(answered(await listStreams())).toEqual({
      HasMoreStreams: true,
      NextToken: "AAAAAAAAAAHWTokenFromTheService",
      StreamNames: ["exampleStreamName"],
      StreamSummaries: [
        {
          StreamName: "exampleStreamName",
          StreamARN: "arn:aws:kinesis:us-east-1:111122223333:stream/exampleStreamName",
          StreamStatus: "ACTIVE",
          StreamModeDetails: { StreamMode: "PROVISIONED" },
          StreamCreationTimestamp: new Date("2019-10-28T21:12:48Z"),
        },
      ],
    });
  });

  it("reads a stream, with a timestamp in scientific notation", async () => {
    serve("kinesis-describe-stream-summary.json");
    const { StreamDescriptionSummary: summary } = await wire.clients.kinesis.send(
      new DescribeStreamSummaryCommand({ StreamName: "exampleStreamName" }),
    );
    expect(summary).toMatchObject({ RetentionPeriodHours: 8760, EncryptionType: "KMS", KeyId: "alias/aws/kinesis" });
    expect(summary?.StreamCreationTimestamp).toEqual(new Date("2019-10-28T21:12:48.123Z"));
  });

  it("reads aliases, one without a key", async () => {
    serve("kms-list-aliases.json");
    const { Aliases, Truncated } = await wire.clients.kms.send(new ListAliasesCommand({}));
    expect(Truncated).toBe(false);
    expect(Aliases?.map(({ TargetKeyId }) => TargetKeyId)).toEqual(["25a217e7-7170-4b8c-8bf6-045ea5f70e5b", undefined]);
    expect(Aliases?.[0]?.CreationDate).toEqual(new Date("2017-05-01T07:00:00.704Z"));
  });

  it("reads IAM's details, and leaves their documents URL-encoded", async () => {
    serve("iam-get-account-authorization-details.xml");
    const page = await details();
    expect(page).toMatchObject({ IsTruncated: true, Marker: expect.stringMatching(/^EXAMPLEkak.*EXAMPLE$/) });
    expect(page.UserDetailList).toEqual([
      {
        UserName: "Alice",
        UserId: "AIDACKCEVSQ6C2EXAMPLE",
        Path: "/",
        Arn: "arn:aws:iam::123456789012:user/Alice",
        CreateDate: new Date("2013-10-14T18:32:24Z"),
        GroupList: ["Admins"],
        AttachedManagedPolicies: [],
      },
    ]);
    expect(page.RoleDetailList?.[0]?.RolePolicyList?.[0]?.PolicyDocument).toMatch(/^%7B%22Version%22/);
    expect(page.Policies?.[0]).toMatchObject({ AttachmentCount: 1, PolicyVersionList: [{ IsDefaultVersion: true }] });
  });

  it("reads the caller of an assumed role", async () => {
    serve("sts-get-caller-identity.xml");
    expect(answered(await wire.clients.sts.send(new GetCallerIdentityCommand({})))).toEqual({
      Account: "123456789012",
      Arn: "arn:aws:sts::123456789012:assumed-role/my-role-name/my-role-session-name",
      UserId: "ARO123EXAMPLE123:my-role-session-name",
    });
  });

  it("reads endpoints, whose state is in lower case", async () => {
    serve("ec2-describe-vpc-endpoints.xml");
    const { VpcEndpoints } = await endpoints();
    expect(VpcEndpoints).toMatchObject([
      {
        VpcEndpointId: "vpce-0f89a33420c1931d7",
        State: "available",
        PrivateDnsEnabled: false,
        RouteTableIds: [],
        SubnetIds: ["subnet-d6fcaa8d", "subnet-7b16de0c"],
        Groups: [{ GroupId: "sg-54e8bf31", GroupName: "default" }],
        CreationTimestamp: new Date("2017-09-05T17:55:27.583Z"),
        PolicyDocument: expect.stringMatching(/^\{"Version":"2008-10-17"/),
      },
    ]);
  });

  it("reads private zones and who owns them", async () => {
    serve("route53-list-hosted-zones-by-vpc.xml");
    const { HostedZoneSummaries } = await zones();
    expect(HostedZoneSummaries?.map(({ Name, Owner }) => [Name, Owner])).toEqual([
      ["example.com.", { OwningAccount: "123456789012" }],
      ["example.org.", { OwningService: "efs.amazonaws.com" }],
    ]);
  });

  it.each([
    { file: "kinesis-error.json", status: 400, call: listStreams, name: "ResourceNotFoundException", message: "Stream gone" },
    { file: "kms-error.json", status: 400, call: listStreams, name: "AccessDeniedException", message: "User: arn" },
    { file: "iam-error.xml", status: 403, call: details, name: "AccessDenied", message: "User: arn" },
    { file: "ec2-error.xml", status: 403, call: groups, name: "UnauthorizedOperation", message: "You are not" },
  ])("reads $file as $name", async ({ file, status, call, name, message }) => {
    serve(file, status);
    await expect(call()).rejects.toMatchObject({ name, message: expect.stringContaining(message) });
  });
});

describe("the server's bodies, beside AWS's", () => {
  const account = buildTestAccount();
  const headers = {
    "content-type": "application/x-www-form-urlencoded",
    authorization: "AWS4-HMAC-SHA256 Credential=A/20260304/eu-central-1/ec2/aws4_request, SignedHeaders=host, Signature=0",
  };

  it.each([
    { file: "ec2-describe-security-groups.xml", action: "DescribeSecurityGroups", read: groups },
    { file: "ec2-describe-vpc-endpoints.xml", action: "DescribeVpcEndpoints", read: endpoints },
  ])("has the elements of $file, each with the same content", async ({ file, action, read }) => {
    serve(file);
    const { SecurityGroups = [], VpcEndpoints = [] } = { SecurityGroups: undefined, VpcEndpoints: undefined, ...(await read()) };
    wire.server.faults.clear();
    const region = buildTestRegion({ securityGroups: SecurityGroups, vpcEndpoints: VpcEndpoints });
    wire.server.setAccount({ ...account, regions: { "eu-central-1": region } });
    const response = await fetch(wire.server.url, { method: "POST", headers, body: `Action=${action}&Version=2016-11-15` });
    expect(elements(await response.text())).toEqual(elements(body(file)));
  });

  /** Each element that has text, with its path, in no order: AWS does not promise one. */
  function elements(xml: string): string[] {
    const path: string[] = [];
    const found: string[] = [];
    for (const [, close, name = "", empty, text = ""] of bare(xml).matchAll(/<(\/?)([A-Za-z0-9]+)[^>]*?(\/?)>([^<]*)/g)) {
      if (close) path.pop();
      else if (empty) found.push([...path, name].join("/"));
      else {
        path.push(name);
        if (text) found.push(`${path.join("/")}=${text.replaceAll("&quot;", '"')}`);
      }
    }
    return found.toSorted();
  }
});
