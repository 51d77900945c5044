import { Command, Option } from "commander";
import { severities } from "@/lib/model/verdict";
import { auditOptionsSchema } from "@/lib/cli/audit-options";
import { CliError } from "@/lib/cli/cli-error";
import {
  collect,
  formatOption,
  outOption,
  parseQuotaShare,
  setOption,
  signKeyOption,
  tableOption,
  waiversOption,
} from "@/lib/cli/option";

const exitHelp = `
Progress goes to stderr, the report to stdout or FILE.

Exit code:
  0    done, and nothing at or above --fail-on
  1    something is at or above --fail-on
  2    could not run: arguments, credentials, or nothing reachable
  3    facts are missing, with --fail-on-unknown
  130  cancelled with Ctrl-C`;

/** `weir audit`; the signal cancels it. */
export function auditCommand(signal: AbortSignal, end: (code: number) => void): Command {
  return new Command("audit")
    .description("scan an account and report on its Kinesis data streams; nothing is stored")
    .addOption(new Option("--demo", "scan the built-in sample account").conflicts("endpoint"))
    .addOption(new Option("--endpoint <url>", "send AWS calls to this address, e.g. of an emulator"))
    .option("--profile <name>", "a profile of the AWS configuration")
    .option("--role-arn <arn>", "a role to assume")
    .option("--external-id <id>", "the external id that the role asks for")
    .option("--organization-role-arn <arn>", "a second role to assume, for the organization's policies")
    .option("--organization-external-id <id>", "the external id that the second role asks for")
    .option("--account-role-arn <arn>", "scan the account of this role; may be given again", collect)
    .addOption(
      new Option(
        "--account-role-name <name>",
        "scan every active account of the organization, by the role of this name in each",
      ).conflicts("accountRoleArn"),
    )
    .option("--account-external-id <id>", "the external id that the roles of the accounts ask for")
    .option("--region <name>", "a Region to scan; may be given again", collect)
    .addOption(new Option("--all-regions", "scan every Region that is enabled").conflicts("region"))
    .addOption(setOption())
    .addOption(
      new Option("--quota-share <share>", "part of each API's rate to take, 0.05 to 0.9")
        .argParser(parseQuotaShare)
        .default(0.25),
    )
    .option("--event-history", "read when encryption was switched on and off (KDS-REST-07); slow")
    .option("--last-accessed", "read when principals last called Kinesis (KDS-LP-08); slow")
    .addOption(formatOption())
    .addOption(tableOption())
    .addOption(outOption())
    .addOption(signKeyOption())
    .addOption(waiversOption())
    .option("--save-snapshot <file>", "keep what AWS said, for `weir report`")
    .addOption(
      new Option("--fail-on <severity>", "exit with 1 when a finding weighs as much")
        .choices([...severities, "never"])
        .default("never"),
    )
    .option("--fail-on-unknown", "exit with 3 when facts could not be read")
    .addHelpText("after", exitHelp)
    .action(async (given: unknown) => {
      const options = auditOptionsSchema.safeParse(given);
      if (!options.success) throw new CliError(firstProblem(options.error.issues));
      // Loaded when it is needed: the AWS SDK would slow down every `--help` and every refused option.
      const { audit } = await import("@/lib/cli/audit");
      end(await audit(options.data, signal));
    });
}

function firstProblem([issue]: readonly { path: readonly PropertyKey[]; message: string }[]): string {
  const name = String(issue?.path[0]).replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return `--${name}: ${issue?.message ?? "is not valid"}.`;
}
