import { describe, expect, it } from "vitest";
import { verdictOf } from "@/lib/checks/test-verdicts";
import { fipsEndpointWhereRequired } from "@/lib/checks/transport/fips-endpoint-where-required";
import type { RegionSnapshot } from "@/lib/model/snapshot";
import { buildEndpoint } from "@/lib/model/test-network";
import { accountId, denied, deniedGap, read } from "@/lib/model/test-place";
import { buildStream } from "@/lib/model/test-stream";

const settings = { fipsAccountIds: [accountId] };
const tagged = (tags: Record<string, string>) => read([buildStream({ tags: read(tags) })]);
const endpoints = (serviceName: string, state = "available") =>
  read([buildEndpoint({ serviceName, state: read(state) })]);
const fips = endpoints("com.amazonaws.us-east-1.kinesis-streams-fips");
const plain = endpoints("com.amazonaws.us-east-1.kinesis-streams");

const verdictIn = (region: string, change: Partial<RegionSnapshot> = {}, declared: object = settings) =>
  verdictOf(fipsEndpointWhereRequired, {
    region: { region, vpcEndpoints: fips, ...change },
    settings: declared,
  });

describe("FIPS is asked for", () => {
  it("by the account, or by the tag of one stream, without case", () => {
    expect(verdictIn("us-east-1").status).toBe("pass");
    expect(verdictIn("us-east-1", { streams: tagged({ FIPS: "Required" }) }, {}).status).toBe("pass");
  });

  it("by nobody: it does not apply", () => {
    expect(verdictIn("eu-central-1", { vpcEndpoints: plain }, {}).status).toBe("not-applicable");
    expect(verdictIn("eu-central-1", { streams: tagged({ fips: "no" }) }, {}).status).toBe("not-applicable");
  });

  it("perhaps, where tags or streams were not read", () => {
    const streams = read([buildStream({ tags: denied("tag:GetResources") })]);
    expect(verdictIn("us-east-1", { streams }, {})).toMatchObject({
      status: "unknown",
      gaps: [deniedGap("tag:GetResources")],
    });
    expect(verdictIn("eu-central-1", { streams }, {}).status).toBe("unknown");
    expect(verdictIn("us-east-1", { streams: denied("kinesis:ListStreams") }, {}).status).toBe("unknown");
    expect(verdictIn("us-east-1", { streams: denied("kinesis:ListStreams") }).status).toBe("pass");
  });
});

describe("a Region", () => {
  it.each(["us-east-1", "us-east-2", "us-west-1", "us-west-2", "us-gov-west-1"])(
    "%s has FIPS hosts",
    (region) => {
      expect(verdictIn(region).status).toBe("pass");
    },
  );

  it.each(["eu-central-1", "ca-central-1"])("%s has none", (region) => {
    expect(verdictIn(region)).toMatchObject({
      status: "fail",
      severity: "medium",
      causes: [{ kind: "setting", label: `AWS lists no FIPS host of Kinesis for ${region}.` }],
    });
  });
});

describe("a VPC endpoint", () => {
  it("of the other kind is a finding", () => {
    expect(verdictIn("us-east-1", { vpcEndpoints: plain })).toMatchObject({
      status: "fail",
      causes: [{ kind: "endpoint", label: expect.stringContaining("which is not the FIPS kind") }],
    });
  });

  it("that is not in use is none, and one whose state was not read may be", () => {
    const gone = endpoints("com.amazonaws.us-east-1.kinesis-streams", "deleted");
    expect(verdictIn("us-east-1", { vpcEndpoints: gone }).status).toBe("pass");
    const unread = read([buildEndpoint({ state: denied("ec2:DescribeVpcEndpoints") })]);
    expect(verdictIn("us-east-1", { vpcEndpoints: unread }).status).toBe("unknown");
  });

  it("in GovCloud is of the FIPS kind by its plain name", () => {
    expect(verdictIn("us-gov-west-1", { vpcEndpoints: plain }).status).toBe("pass");
  });

  it("that could not be listed leaves it open, unless the Region settles it", () => {
    const vpcEndpoints = denied("ec2:DescribeVpcEndpoints");
    expect(verdictIn("us-east-1", { vpcEndpoints }).status).toBe("unknown");
    expect(verdictIn("eu-central-1", { vpcEndpoints }).status).toBe("fail");
  });
});
