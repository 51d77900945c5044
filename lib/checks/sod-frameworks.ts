import { framework } from "@/lib/checks/frameworks";

/** What every check of the four separate roles stands for. */
export const separationOfDuties = {
  [framework.nist]: ["AC-5"],
  [framework.iso]: ["5.3"],
  [framework.soc2]: ["CC6.3"],
} as const;
