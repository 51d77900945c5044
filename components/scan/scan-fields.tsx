import { AccountFields } from "@/components/scan/account-fields";
import { TextField } from "@/components/ui/text-field";
import type { Connection } from "@/lib/model/connection";

interface ScanFieldsProps {
  readonly demo: boolean;
  readonly chosen: Connection | undefined;
  readonly profiles: readonly string[];
}

const nothingChosen: Connection = {};

/** What can be chosen of a scan. The demo has Regions alone. */
export function ScanFields({ demo, chosen = nothingChosen, profiles }: ScanFieldsProps) {
  return (
    <>
      <TextField
        name="regions"
        label="Regions"
        hint={
          demo
            ? "As many as you like: us-east-1, eu-west-1. Empty: both."
            : "As many as you like, e.g. us-east-1, eu-west-1. Empty: the Region of the credentials."
        }
        value={chosen.regions?.join(", ")}
      />
      <label className="flex items-center gap-2">
        <input
          type="checkbox"
          name="allRegions"
          defaultChecked={chosen.allRegions === true}
          className="size-4"
        />{" "}
        All Regions that the account has enabled
      </label>
      {!demo && (
        <>
          <TextField
            name="profile"
            label="Profile"
            hint="Of the AWS configuration on the server; single sign-on too. Empty: the default credentials."
            value={chosen.profile}
            proposals={profiles}
          />
          <TextField
            name="roleArn"
            label="Role ARN"
            hint="Assumed for the scan, with the credentials above. Empty: none."
            value={chosen.roleArn}
          />
          <TextField
            name="externalId"
            label="External id"
            hint="Where the role's trust policy asks for one."
            value={chosen.externalId}
          />
          <AccountFields chosen={chosen} />
          <OnDemandFields />
          <label className="flex items-center gap-2">
            <input type="checkbox" name="remember" defaultChecked className="size-4" /> Remember these choices
            for the next scan
          </label>
        </>
      )}
    </>
  );
}

/** What only some scans read. */
function OnDemandFields() {
  return (
    <fieldset className="grid gap-2">
      <legend className="font-medium">Read as well</legend>
      <label className="flex min-h-6 items-center gap-2">
        <input type="checkbox" name="event-history" className="size-4" /> When encryption was switched on and
        off in the last 90 days (CloudTrail)
      </label>
      <label className="flex min-h-6 items-center gap-2">
        <input type="checkbox" name="last-accessed" className="size-4" /> When principals last called Kinesis
        (IAM)
      </label>
      <p className="text-sm text-muted">
        Two checks ask for it: KDS-REST-07 and KDS-LP-08. Both calls are slow.
      </p>
    </fieldset>
  );
}
