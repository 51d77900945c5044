import { Command, Option } from "commander";
import { z } from "zod";
import { CliError } from "@/lib/cli/cli-error";
import { exitCodes } from "@/lib/cli/exit-code";
import { parseJson, readTextFile } from "@/lib/cli/text-file";
import { writeAll } from "@/lib/cli/write-all";
import { requireWritable, writeWhole } from "@/lib/cli/write-out";
import { reportSchema, type Report } from "@/lib/model/report";

const formats = ["json", "md"] as const;
const optionsSchema = z.object({
  report: z.string().min(1),
  format: z.enum(formats),
  out: z.string().min(1).exactOptional(),
});

const exitHelp = `
Exit code:
  0    every row was read, and none disagrees
  1    some row disagrees, or could not be read
  2    the file or the report could not be read`;

/** `weir reconcile`: holds the findings of another tool to a report. */
export function reconcileCommand(end: (code: number) => void): Command {
  return new Command("reconcile")
    .description("compare the findings of another tool with a report, stream by stream")
    .argument("<file>", "Prowler's OCSF or CSV, or findings of Security Hub (ASFF), as JSON or JSON lines")
    .requiredOption("--report <file>", "a whole report, of `weir audit --format json`")
    .addOption(
      new Option("--format <format>", "what is written")
        .choices(formats)
        .default("json" satisfies (typeof formats)[number]),
    )
    .option("--out <file>", "write to a file, not to stdout")
    .addHelpText("after", exitHelp)
    .action(async (file: string, given: unknown) => {
      const options = optionsSchema.parse(given);
      if (options.out !== undefined) await requireWritable("--out", options.out);
      const name = `--report: ${options.report}`;
      const report = parseReport(name, await readTextFile(name, options.report));
      const [{ readFileRows }, { reconcile }, { reconciliationToMarkdown }] = await Promise.all([
        import("@/lib/reports/reconcile/read-file-rows"),
        import("@/lib/reports/reconcile/reconcile"),
        import("@/lib/reports/reconcile/reconciliation-markdown"),
      ]);
      const read = readFileRows(await readTextFile(file, file));
      if ("problem" in read) throw new CliError(`${file} could not be read. ${read.problem}`);
      const reconciliation = reconcile(report, read.rows);
      const text =
        options.format === "md"
          ? reconciliationToMarkdown(reconciliation)
          : `${JSON.stringify(reconciliation, null, 2)}\n`;
      if (options.out === undefined) await writeAll(process.stdout, text);
      else await writeWhole("--out", options.out, text);
      const { disagree, unreadable } = reconciliation.counts;
      end(disagree + unreadable === 0 ? exitCodes.done : exitCodes.failed);
    });
}

function parseReport(name: string, text: string): Report {
  const parsed = reportSchema.safeParse(parseJson(text));
  if (!parsed.success) throw new CliError(`${name} is not a report that this version of Weir has written.`);
  if (parsed.data.filter)
    throw new CliError(`${name} was filtered, so streams may be missing from it; give a whole report.`);
  return parsed.data;
}
