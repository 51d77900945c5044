import { CopyArn } from "@/components/ui/copy-arn";
import type { Fact } from "@/components/ui/facts";
import type { Connection } from "@/lib/model/connection";

/** What was chosen of how an account is reached; nothing for what was not. */
export function connectionFacts(connection: Connection): readonly Fact[] {
  const { regions, allRegions, accounts } = connection;
  return [
    ...(allRegions === true ? [{ name: "Regions", value: "All enabled" }] : []),
    ...(regions === undefined ? [] : [{ name: "Regions", value: regions.join(", ") }]),
    ...textFact("Profile", connection.profile),
    ...arnFact("Role", connection.roleArn),
    ...textFact("External id", connection.externalId),
    ...arnFact("Organization role", connection.organizationRoleArn),
    ...textFact("Its external id", connection.organizationExternalId),
    ...textFact("Roles of accounts", accounts?.roleArns?.join(", ")),
    ...textFact("Role in each account", accounts?.roleName),
    ...textFact("Their external id", accounts?.externalId),
  ];
}

function textFact(name: string, value: string | undefined): readonly Fact[] {
  return value === undefined ? [] : [{ name, value }];
}

function arnFact(name: string, arn: string | undefined): readonly Fact[] {
  return arn === undefined ? [] : [{ name, value: <CopyArn text={arn} lengthMax={44} /> }];
}
