import type { ScanWish } from "@/components/scan/scan-requests";
import { onDemandReads } from "@/lib/model/scan";

/** What the form asks for: a field left empty is a wish not made. */
export function readScanWish(form: FormData): ScanWish {
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
  };
  const [profile, roleArn, externalId] = [text("profile"), text("roleArn"), text("externalId")];
  const regions = text("regions")
    ?.split(/[\s,;]+/)
    .filter((region) => region !== "");
  const onDemand = onDemandReads.filter((read) => form.get(read) !== null);
  return {
    ...(regions !== undefined && { regions }),
    ...(form.get("allRegions") !== null && { allRegions: true }),
    ...(profile !== undefined && { profile }),
    ...(roleArn !== undefined && { roleArn }),
    ...(externalId !== undefined && { externalId }),
    ...(onDemand.length > 0 && { onDemand }),
    ...(form.get("remember") !== null && { remember: true }),
  };
}
