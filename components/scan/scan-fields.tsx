import { textField } from "@/components/ui/button-classes";
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
      <Field
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
          <Field
            name="profile"
            label="Profile"
            hint="Of the AWS configuration on the server; single sign-on too. Empty: the default credentials."
            value={chosen.profile}
            proposals={profiles}
          />
          <Field
            name="roleArn"
            label="Role ARN"
            hint="Assumed for the scan, with the credentials above. Empty: none."
            value={chosen.roleArn}
          />
          <Field
            name="externalId"
            label="External id"
            hint="Where the role's trust policy asks for one."
            value={chosen.externalId}
          />
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

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly value: string | undefined;
  readonly proposals?: readonly string[];
}

const noProposals: readonly string[] = [];

function Field({ name, label, hint, value, proposals = noProposals }: FieldProps) {
  const id = `scan-${name}`;
  return (
    <div>
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      <input
        id={id}
        name={name}
        defaultValue={value}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        aria-describedby={`${id}-hint`}
        className={textField}
        {...(proposals.length > 0 && { list: `${id}-proposals` })}
      />
      {proposals.length > 0 && (
        <datalist id={`${id}-proposals`}>
          {proposals.map((proposal) => (
            <option key={proposal}>{proposal}</option>
          ))}
        </datalist>
      )}
      <p id={`${id}-hint`} className="mt-0.5 text-sm text-muted">
        {hint}
      </p>
    </div>
  );
}
