import { defineRegionCheck } from "@/lib/model/check";
import type { RegionPlace } from "@/lib/model/check";
import type { VpcEndpoint } from "@/lib/model/network";
import { gapsOf, readsOf } from "@/lib/model/observed";
import type { Gap } from "@/lib/model/observed";
import type { RegionParts } from "@/lib/model/snapshot";
import type { Cause, Judgement } from "@/lib/model/verdict";
import { isDeclared } from "@/lib/checks/declared";
import { distinctGaps } from "@/lib/checks/distinct-gaps";
import { framework } from "@/lib/checks/frameworks";
import { conclude, notApplicable } from "@/lib/checks/judgement";
import { regionSubject } from "@/lib/checks/subject";

export const fipsEndpointWhereRequired = defineRegionCheck({
  id: "KDS-TLS-02",
  set: "course",
  scope: "region",
  severity: "medium",
  title: "A FIPS endpoint exists where FIPS is required",
  rationale:
    "Who is bound to validated cryptography has to call the hosts that AWS offers for it. A Region without such a host, or a VPC endpoint of the other kind, leaves clients no way to comply.",
  looksAt:
    "Where the settings or a stream's tag fips=required ask for FIPS: whether AWS lists FIPS hosts of Kinesis for the Region, and whether its VPC endpoints are of the FIPS kind.",
  remediation:
    "Keep streams that need FIPS in a Region with FIPS hosts, replace the VPC endpoint by one for kinesis-streams-fips, and let clients call kinesis-fips.<region>.amazonaws.com.",
  coursePoint: "Use FIPS endpoints where validated cryptography is required in flight.",
  frameworks: { [framework.nist]: ["SC-13"] },
  sources: [
    "https://docs.aws.amazon.com/general/latest/gr/ak.html",
    "https://docs.aws.amazon.com/streams/latest/dev/vpc.html",
  ],
  settings: ["fipsAccountIds"],
  reads: ["streams", "vpcEndpoints"],
  *evaluate(input) {
    yield judge(input);
  },
});

type Input = RegionPlace<"fipsAccountIds"> & Pick<RegionParts, "streams" | "vpcEndpoints">;

/**
 * The Regions of the table that list hosts with `fips` in their names.
 *
 * @see https://docs.aws.amazon.com/general/latest/gr/ak.html
 */
const regionsWithFips: ReadonlySet<string> = new Set(["us-east-1", "us-east-2", "us-west-1", "us-west-2"]);

/** In AWS GovCloud the plain names are the FIPS hosts. */
function isGovCloud(region: string): boolean {
  return region.startsWith("us-gov-");
}

function judge(input: Input): Judgement {
  const { streams, vpcEndpoints, region } = input;
  const subject = regionSubject(input, "region");
  const required = isRequired(input);
  const reads = readsOf(streams, vpcEndpoints);
  if (required === "no")
    return notApplicable(subject, `FIPS is not declared for any stream in ${region}.`, reads);
  const isAsked = required === "yes";
  const hasHosts = isGovCloud(region) || regionsWithFips.has(region);
  const plain = vpcEndpoints.known && !isGovCloud(region) ? vpcEndpoints.value.filter(isPlain) : [];
  const inUse = plain.filter(({ state }) => state.known && state.value.toLowerCase() === "available");
  const causes = [...(hasHosts ? [] : [withoutHosts(input)]), ...inUse.map(plainEndpoint)];
  return conclude({
    subject,
    causes: isAsked ? causes : [],
    gaps: distinctGaps([
      ...(isAsked ? [] : declarationGaps(input)),
      ...gapsOf(vpcEndpoints, ...plain.map(({ state }) => state)),
    ]),
    reads,
    passes: `AWS offers FIPS hosts of Kinesis in ${region}, and no VPC endpoint is of another kind.`,
    note: "Which host a client calls is for its owner to confirm.",
    heaviest: "medium",
  });
}

function isRequired({ streams, settings, accountId }: Input): "yes" | "no" | "unread" {
  const demand = { accountIds: settings.fipsAccountIds, tagKey: "fips" };
  if (settings.fipsAccountIds.includes(accountId)) return "yes";
  if (!streams.known) return "unread";
  const declared = new Set(streams.value.map((stream) => isDeclared(stream, demand)));
  if (declared.has("yes")) return "yes";
  return declared.has("unread") ? "unread" : "no";
}

/** Why nobody knows whether FIPS is asked for. */
function declarationGaps({ streams }: Input): Gap[] {
  return streams.known ? streams.value.flatMap(({ tags }) => gapsOf(tags)) : [streams.gap];
}

function isPlain({ serviceName }: VpcEndpoint): boolean {
  return !serviceName.endsWith("-fips");
}

function withoutHosts({ accountId, region }: Input): Cause {
  const label = `AWS lists no FIPS host of Kinesis for ${region}.`;
  return { kind: "setting", id: `fips ${accountId} ${region}`, label, severity: "medium" };
}

function plainEndpoint({ id, serviceName }: VpcEndpoint): Cause {
  return {
    kind: "endpoint",
    id,
    label: `${id} is for ${serviceName}, which is not the FIPS kind.`,
    severity: "medium",
  };
}
