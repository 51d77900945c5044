import type {
  ListHostedZonesByVPCCommandInput,
  ListHostedZonesByVPCCommandOutput,
} from "@aws-sdk/client-route-53";
import { pageOf, pageSize } from "../page";
import { queryDialect } from "../dialects";
import { restXml } from "../protocols/rest-xml";
import { WireError } from "../wire-error";
import { type Answer, operation, type WireContext, type WireService } from "../wire-service";

const load = () => import("@aws-sdk/client-route-53");

export const route53: WireService = {
  prefix: "route53",
  signingName: "route53",
  protocol: restXml,
  xmlNamespace: "https://route53.amazonaws.com/doc/2013-04-01/",
  routes: { "GET /2013-04-01/hostedzonesbyvpc": "ListHostedZonesByVPC" },
  dialect: queryDialect,
  operations: {
    ListHostedZonesByVPC: operation(async () => (await load()).ListHostedZonesByVPC$, listHostedZonesByVpc),
  },
};

/** Route 53 is global: the VPC's Region is a parameter. */
function listHostedZonesByVpc(
  { VPCId = "", VPCRegion: region, MaxItems, NextToken }: ListHostedZonesByVPCCommandInput,
  { account }: WireContext,
): Answer<ListHostedZonesByVPCCommandOutput> {
  if (!region) throw new WireError("InvalidInput", "vpcregion is missing.");
  const facts = Object.hasOwn(account.regions, region) ? account.regions[region] : undefined;
  const known = facts?.vpcs.some(({ VpcId }) => VpcId === VPCId);
  if (!facts || !known) throw new WireError("InvalidVPCId", `The VPC: ${VPCId} you provided is invalid.`);

  const invalidSize = () => new WireError("InvalidInput", "maxitems must be between 1 and 100.");
  const limit = pageSize(MaxItems, { max: 100, default: 100, invalid: invalidSize });
  const { items, nextToken } = pageOf(facts.hostedZones[VPCId] ?? [], {
    operation: `route53:ListHostedZonesByVPC ${VPCId}`,
    token: NextToken,
    limit,
    invalidToken: () => new WireError("InvalidPaginationToken", "The pagination token is invalid."),
  });
  return { HostedZoneSummaries: items, MaxItems: limit, NextToken: nextToken };
}
