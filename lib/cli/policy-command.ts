import { Command } from "commander";
import { buildScanPolicy } from "@/lib/scan/scan-policy";
import { writeAll } from "@/lib/cli/write-all";

/** `weir policy`: the rights that a scan needs, and no others. */
export function policyCommand(): Command {
  return new Command("policy")
    .description("print the least-privilege policy that a scan needs")
    .action(() => writeAll(process.stdout, `${JSON.stringify(buildScanPolicy(), null, 2)}\n`));
}
