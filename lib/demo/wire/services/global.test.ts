import { DescribeOrganizationCommand, ListAccountsCommand } from "@aws-sdk/client-organizations";
import { GetResourcesCommand } from "@aws-sdk/client-resource-groups-tagging-api";
import { ListHostedZonesByVPCCommand } from "@aws-sdk/client-route-53";
import { describe, expect, it } from "vitest";
import { buildTestAccount, buildTestRegion, buildTestStream, streamArn } from "../test-account";
import { answered, errorName, useWireServer } from "../test-clients";
import { testNetwork } from "../test-network";

const account = buildTestAccount();
const wire = useWireServer(account);

describe("organizations", () => {
  it("describes the organization", async () => {
    const answer = answered(await wire.clients.organizations.send(new DescribeOrganizationCommand({})));
    expect(answer).toEqual({ Organization: account.organization });
  });

  it("lists accounts 20 a page", async () => {
    const accounts = Array.from({ length: 21 }, (_, index) => ({ Id: String(100_000_000_000 + index) }));
    wire.server.setAccount({ ...account, organizationAccounts: accounts });
    const first = await wire.clients.organizations.send(new ListAccountsCommand({}));
    expect(first.Accounts).toEqual(accounts.slice(0, 20));
    const last = await wire.clients.organizations.send(
      new ListAccountsCommand({ NextToken: first.NextToken }),
    );
    expect(answered(last)).toEqual({ Accounts: accounts.slice(20) });
    const tooMany = wire.clients.organizations.send(new ListAccountsCommand({ MaxResults: 21 }));
    expect(await errorName(tooMany)).toBe("InvalidInputException");
  });

  it("keeps names and dates as they are", async () => {
    const { Accounts } = await wire.clients.organizations.send(new ListAccountsCommand({}));
    expect(Accounts).toEqual(account.organizationAccounts);
  });

  it("says that an account is in no organization, or may not list accounts", async () => {
    const { organization, ...alone } = account;
    wire.server.setAccount(alone);
    for (const command of [new DescribeOrganizationCommand({}), new ListAccountsCommand({})]) {
      expect(await errorName(wire.clients.organizations.send(command))).toBe(
        "AWSOrganizationsNotInUseException",
      );
    }
    wire.server.setAccount({ ...account, organization: organization ?? {}, organizationAccounts: [] });
    const call = wire.clients.organizations.send(new ListAccountsCommand({}));
    expect(await errorName(call)).toBe("AccessDeniedException");
  });
});

describe("tag:GetResources", () => {
  const mapping = {
    ResourceARN: streamArn("payments"),
    Tags: [
      { Key: "owner", Value: "payments" },
      { Key: "stage", Value: 'prod "1"' },
    ],
  };

  it.each([
    { input: {}, found: [mapping] },
    { input: { ResourceTypeFilters: ["kinesis:stream"] }, found: [mapping] },
    { input: { ResourceTypeFilters: ["s3", "kinesis"] }, found: [mapping] },
    { input: { ResourceTypeFilters: ["s3"] }, found: [] },
    { input: { TagFilters: [{ Key: "owner" }] }, found: [mapping] },
    { input: { TagFilters: [{ Key: "owner", Values: ["nobody"] }] }, found: [] },
    { input: { ResourceARNList: [streamArn("clicks")] }, found: [] },
  ])("answers tagged streams only: $input", async ({ input, found }) => {
    const answer = answered(await wire.clients.tagging.send(new GetResourcesCommand(input)));
    expect(answer).toEqual({ ResourceTagMappingList: found, PaginationToken: "" });
  });

  it("pages by 100 and ends with an empty token", async () => {
    const streams = Array.from({ length: 101 }, (_, index) =>
      buildTestStream(`s-${index}`, { tags: { a: "b" } }),
    );
    wire.server.setAccount({ ...account, regions: { "eu-central-1": buildTestRegion({ streams }) } });
    const first = await wire.clients.tagging.send(new GetResourcesCommand({}));
    expect(first.ResourceTagMappingList).toHaveLength(100);
    const next = { PaginationToken: first.PaginationToken };
    const last = await wire.clients.tagging.send(new GetResourcesCommand(next));
    const rest = [{ ResourceARN: streamArn("s-100"), Tags: [{ Key: "a", Value: "b" }] }];
    expect(answered(last)).toEqual({ ResourceTagMappingList: rest, PaginationToken: "" });
    const garbage = wire.clients.tagging.send(new GetResourcesCommand({ PaginationToken: "x" }));
    expect(await errorName(garbage)).toBe("InvalidParameterException");
  });
});

describe("route53:ListHostedZonesByVPC", () => {
  const list = async (VPCId: string, more: object = {}) => {
    const command = new ListHostedZonesByVPCCommand({ VPCId, VPCRegion: "eu-central-1", ...more });
    return answered(await wire.clients.route53.send(command));
  };

  it("answers the private zones of a VPC, and none for a VPC without", async () => {
    const zones = testNetwork.hostedZones["vpc-1"];
    expect(await list("vpc-1")).toEqual({ HostedZoneSummaries: zones, MaxItems: 100 });
    expect(await list("vpc-2")).toEqual({ HostedZoneSummaries: [], MaxItems: 100 });
  });

  it("pages by MaxItems", async () => {
    const zones = testNetwork.hostedZones["vpc-1"]!;
    const first = await list("vpc-1", { MaxItems: 1 });
    expect(first).toMatchObject({ HostedZoneSummaries: [zones[0]], MaxItems: 1 });
    const last = await list("vpc-1", { MaxItems: 1, NextToken: first.NextToken });
    expect(last).toEqual({ HostedZoneSummaries: [zones[1]], MaxItems: 1 });
  });

  it.each([
    { vpc: "vpc-9", more: {}, name: "InvalidVPCId" },
    { vpc: "vpc-1", more: { VPCRegion: "us-east-1" }, name: "no error" },
    { vpc: "vpc-1", more: { VPCRegion: "ap-south-1" }, name: "InvalidVPCId" },
    { vpc: "vpc-1", more: { NextToken: "x" }, name: "InvalidPaginationToken" },
    { vpc: "vpc-1", more: { MaxItems: 0 }, name: "InvalidInput" },
  ])("answers $name for $vpc with $more", async ({ vpc, more, name }) => {
    expect(await errorName(list(vpc, more))).toBe(name);
  });
});
