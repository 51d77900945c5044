import { framework } from "@/lib/checks/frameworks";

/** What every check of least privilege stands for. */
export const leastPrivilege = {
  [framework.nist]: ["AC-6"],
  [framework.pci]: ["7.2.2", "7.2.5"],
  [framework.iso]: ["8.2", "8.3"],
  [framework.soc2]: ["CC6.3"],
  [framework.wellArchitected]: ["SEC03-BP02"],
} as const;
