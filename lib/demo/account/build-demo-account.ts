import type { AccountFacts } from "../account-facts";
import { usChannels } from "./channels-us-east-1";
import { usDeliveryStreams } from "./delivery-us-east-1";
import { accountId, euWest1, usEast1 } from "./identifiers";
import { demoIam } from "./identities";
import { euAliases, euKeys } from "./keys-eu-west-1";
import { usAliases, usKeys } from "./keys-us-east-1";
import { euLogging, usLogging } from "./logging";
import { euNetwork } from "./network-eu-west-1";
import { usNetwork } from "./network-us-east-1";
import { demoOrganization, demoOrganizationAccounts } from "./organization";
import { demoOrganizationPolicies } from "./organization-policies";
import { euStreams } from "./streams-eu-west-1";
import { euWorkloads } from "./workloads-eu-west-1";
import { usWorkloads } from "./workloads-us-east-1";
import { usStreams } from "./streams-us-east-1";

/** The demo account: always the same, and a new object at every call. */
export function buildDemoAccount(): AccountFacts {
  return {
    accountId,
    callerArn: `arn:aws:sts::${accountId}:assumed-role/weir-auditor/weir-scan`,
    organization: demoOrganization(),
    organizationAccounts: demoOrganizationAccounts(),
    organizationPolicies: demoOrganizationPolicies(),
    iam: demoIam(),
    regions: {
      [usEast1]: {
        streams: usStreams(),
        channels: usChannels(),
        keys: usKeys(),
        aliases: usAliases(),
        ...usNetwork(),
        deliveryStreams: usDeliveryStreams(),
        ...usLogging(),
        ...usWorkloads(),
      },
      [euWest1]: {
        streams: euStreams(),
        channels: [],
        keys: euKeys(),
        aliases: euAliases(),
        ...euNetwork(),
        deliveryStreams: [],
        ...euLogging(),
        ...euWorkloads(),
      },
    },
  };
}
