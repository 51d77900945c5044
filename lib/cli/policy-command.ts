import { Command } from "commander";
import { writeAll } from "@/lib/cli/write-all";

/** `weir policy`: the rights that a scan needs, and no others. */
export function policyCommand(): Command {
  return new Command("policy")
    .description("print the least-privilege policy that a scan needs")
    .action(async () => {
      const { buildScanPolicy } = await import("@/lib/scan/scan-policy");
      await writeAll(process.stdout, `${JSON.stringify(buildScanPolicy(), null, 2)}\n`);
    });
}
