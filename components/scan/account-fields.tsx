import { textField } from "@/components/ui/button-classes";
import { TextField } from "@/components/ui/text-field";
import type { Connection } from "@/lib/model/connection";

/** Which accounts, and who reads the organization: shut until somebody wants more than one. */
export function AccountFields({ chosen }: { readonly chosen: Connection }) {
  const { accounts, organizationRoleArn, organizationExternalId } = chosen;
  const isOpen = accounts !== undefined || organizationRoleArn !== undefined;
  return (
    <details open={isOpen} className="rounded-md border border-line px-3 py-2">
      <summary className="cursor-pointer font-medium">Several accounts and the organization</summary>
      <div className="mt-3 grid gap-4">
        <div>
          <label htmlFor="scan-accountRoleArns" className="font-medium">
            Roles of accounts
          </label>
          <textarea
            id="scan-accountRoleArns"
            name="accountRoleArns"
            rows={3}
            defaultValue={accounts?.roleArns?.join("\n")}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            aria-describedby="scan-accountRoleArns-hint"
            className={`${textField} font-mono`}
          />
          <p id="scan-accountRoleArns-hint" className="mt-0.5 text-sm text-muted">
            The ARN of a role of each account, one a line. The identity above assumes them; these accounts are
            scanned.
          </p>
        </div>
        <TextField
          name="accountRoleName"
          label="Or: role in every account of the organization"
          hint="Its name, e.g. weir-auditor. Every active account is scanned by it, your own as you are."
          value={accounts?.roleName}
        />
        <TextField
          name="accountExternalId"
          label="External id of these roles"
          hint="Where their trust policies ask for one."
          value={accounts?.externalId}
        />
        <TextField
          name="organizationRoleArn"
          label="Role that reads the organization"
          hint="Of the management account or a delegated administrator. Empty: the identity above."
          value={organizationRoleArn}
        />
        <TextField
          name="organizationExternalId"
          label="Its external id"
          hint="Where its trust policy asks for one."
          value={organizationExternalId}
        />
      </div>
    </details>
  );
}
