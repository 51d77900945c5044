import { ForgetButton } from "@/components/scan/forget-button";
import { CopyArn } from "@/components/ui/copy-arn";
import { Facts } from "@/components/ui/facts";
import { Panel } from "@/components/ui/panel";
import type { Connection } from "@/lib/model/connection";

/** What is kept of how the account was last reached, whole, and the way to be rid of it. */
export function Remembered({ connection }: { readonly connection: Connection }) {
  const { profile, roleArn, externalId, regions, allRegions } = connection;
  return (
    <Panel title="Remembered" aside={<ForgetButton />}>
      <Facts
        facts={[
          ...(regions === undefined ? [] : [{ name: "Regions", value: regions.join(", ") }]),
          ...(allRegions === true ? [{ name: "Regions", value: "All enabled" }] : []),
          ...(profile === undefined ? [] : [{ name: "Profile", value: profile }]),
          ...(roleArn === undefined
            ? []
            : [{ name: "Role", value: <CopyArn text={roleArn} lengthMax={44} /> }]),
          ...(externalId === undefined ? [] : [{ name: "External id", value: externalId }]),
        ]}
      />
      <p className="mt-3 text-sm text-muted">
        Names and ids, and no credentials. A scan keeps those that it was made with until it is deleted.
      </p>
    </Panel>
  );
}
