import { ec2Dialect } from "../dialects";
import { ec2Query } from "../protocols/ec2-query";
import { operation, type WireService } from "../wire-service";
import { describeVpcEndpoints } from "./ec2-endpoints";
import { describeInstances } from "./ec2-instances";
import { describeManagedPrefixLists, getManagedPrefixListEntries } from "./ec2-prefix-lists";
import { describeRegions } from "./ec2-regions";
import { describeRouteTables, describeSecurityGroups, describeSubnets, describeVpcs } from "./ec2-vpc";

const load = () => import("@aws-sdk/client-ec2");

export const ec2: WireService = {
  prefix: "ec2",
  signingName: "ec2",
  protocol: ec2Query,
  version: "2016-11-15",
  xmlNamespace: "http://ec2.amazonaws.com/doc/2016-11-15/",
  dialect: ec2Dialect,
  operations: {
    DescribeRegions: operation(async () => (await load()).DescribeRegions$, describeRegions),
    DescribeInstances: operation(async () => (await load()).DescribeInstances$, describeInstances),
    DescribeVpcs: operation(async () => (await load()).DescribeVpcs$, describeVpcs),
    DescribeVpcEndpoints: operation(async () => (await load()).DescribeVpcEndpoints$, describeVpcEndpoints),
    DescribeSecurityGroups: operation(
      async () => (await load()).DescribeSecurityGroups$,
      describeSecurityGroups,
    ),
    DescribeSubnets: operation(async () => (await load()).DescribeSubnets$, describeSubnets),
    DescribeRouteTables: operation(async () => (await load()).DescribeRouteTables$, describeRouteTables),
    DescribeManagedPrefixLists: operation(
      async () => (await load()).DescribeManagedPrefixLists$,
      describeManagedPrefixLists,
    ),
    GetManagedPrefixListEntries: operation(
      async () => (await load()).GetManagedPrefixListEntries$,
      getManagedPrefixListEntries,
    ),
  },
};
