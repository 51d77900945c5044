import { known, missing } from "@/lib/model/observed";
import type { Gap, Known, Missing } from "@/lib/model/observed";

export const accountId = "111122223333";
export const managementAccountId = "444455556666";
export const memberAccountId = "555566667777";
export const strangeAccountId = "999900001111";
export const organizationId = "o-a1b2c3d4e5";
export const region = "eu-central-1";
export const scannedAt = "2026-11-01T12:00:00.000Z";

/** A fact as if the given call had answered at the time of the scan. */
export function read<T>(value: T, action = "kinesis:DescribeStreamSummary"): Known<T> {
  return known(value, { action, at: scannedAt });
}

export function denied(action: string): Missing {
  return missing(deniedGap(action));
}

export function deniedGap(action: string): Gap {
  return { action, reason: "access-denied", message: `${action} was refused.` };
}
