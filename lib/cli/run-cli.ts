import { Command, CommanderError } from "commander";
import { ScanFailureError } from "@/lib/aws/scan-failure-error";
import { toolVersion } from "@/lib/config/tool-version";
import { EndpointError } from "@/lib/scan/source-of-environment";
import { auditCommand } from "@/lib/cli/audit-command";
import { CliError } from "@/lib/cli/cli-error";
import { exitCodes } from "@/lib/cli/exit-code";
import { policyCommand } from "@/lib/cli/policy-command";
import { printable } from "@/lib/cli/printable";
import { reconcileCommand } from "@/lib/cli/reconcile-command";
import { reportCommand } from "@/lib/cli/report-command";
import { seedCommand } from "@/lib/cli/seed-command";
import { simulateCommand } from "@/lib/cli/simulate-command";
import { verifyCommand } from "@/lib/cli/verify-command";
import { KeyError } from "@/lib/exports/sign";

/** Runs one command and answers its exit code; whatever goes wrong is one sentence on stderr. */
export async function runCli(args: readonly string[], signal: AbortSignal): Promise<number> {
  let exitCode: number = exitCodes.done;
  const program = new Command("weir")
    .description("Audits live AWS accounts for the security of Amazon Kinesis Data Streams.")
    .version(toolVersion, "-V, --version", "print the version")
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, "weir: ")) })
    .exitOverride();
  const end = (code: number) => {
    exitCode = code;
  };
  const commands = [
    auditCommand(signal, end),
    reportCommand(),
    policyCommand(),
    seedCommand(),
    simulateCommand(),
    verifyCommand(end),
    reconcileCommand(end),
  ];
  for (const command of commands) program.addCommand(command.copyInheritedSettings(program));

  try {
    await program.parseAsync(args, { from: "user" });
    return exitCode;
  } catch (error) {
    // Commander has said it already, and throws for --help and --version too.
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.couldNotRun;
    if (!signal.aborted) process.stderr.write(`weir: ${printable(sentenceOf(error))}\n`);
    return exitCodes.couldNotRun;
  }
}

function sentenceOf(error: unknown): string {
  if (
    error instanceof CliError ||
    error instanceof KeyError ||
    error instanceof EndpointError ||
    error instanceof ScanFailureError
  )
    return error.message;
  return `something unforeseen happened: ${error instanceof Error ? error.message : String(error)}`;
}
