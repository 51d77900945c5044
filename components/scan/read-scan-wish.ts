import type { ScanWish } from "@/components/scan/scan-requests";
import { onDemandReads } from "@/lib/model/scan";

/** What the form asks for: a field left empty is a wish not made. */
export function readScanWish(form: FormData): ScanWish {
  const regions = listIn(form, "regions");
  const onDemand = onDemandReads.filter((read) => form.get(read) !== null);
  return {
    ...(regions !== undefined && { regions }),
    ...(form.get("allRegions") !== null && { allRegions: true }),
    ...identityIn(form),
    ...accountsIn(form),
    ...(onDemand.length > 0 && { onDemand }),
    ...(form.get("remember") !== null && { remember: true }),
  };
}

function identityIn(form: FormData): ScanWish {
  const [profile, roleArn, externalId] = ["profile", "roleArn", "externalId"].map((name) =>
    textIn(form, name),
  );
  const [organizationRoleArn, organizationExternalId] = [
    textIn(form, "organizationRoleArn"),
    textIn(form, "organizationExternalId"),
  ];
  return {
    ...(profile !== undefined && { profile }),
    ...(roleArn !== undefined && { roleArn }),
    ...(externalId !== undefined && { externalId }),
    ...(organizationRoleArn !== undefined && { organizationRoleArn }),
    ...(organizationExternalId !== undefined && { organizationExternalId }),
  };
}

/** All that was typed: where it does not fit together, the server says so. */
function accountsIn(form: FormData): ScanWish {
  const roleArns = listIn(form, "accountRoleArns");
  const roleName = textIn(form, "accountRoleName");
  const externalId = textIn(form, "accountExternalId");
  if (roleArns === undefined && roleName === undefined && externalId === undefined) return {};
  return {
    accounts: {
      ...(roleArns !== undefined && { roleArns }),
      ...(roleName !== undefined && { roleName }),
      ...(externalId !== undefined && { externalId }),
    },
  };
}

function textIn(form: FormData, name: string): string | undefined {
  const value = form.get(name);
  return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
}

function listIn(form: FormData, name: string): readonly string[] | undefined {
  return textIn(form, name)
    ?.split(/[\s,;]+/)
    .filter((entry) => entry !== "");
}
