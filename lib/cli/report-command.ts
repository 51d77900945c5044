import { Command } from "commander";
import { z } from "zod";
import { checkSetSchema } from "@/lib/model/scan";
import { snapshotSchema, type Snapshot } from "@/lib/model/snapshot";
import { reportFormats, tableNames } from "@/lib/model/report-format";
import { CliError } from "@/lib/cli/cli-error";
import { parseJson, readTextFile } from "@/lib/cli/text-file";
import {
  formatOption,
  outOption,
  setOption,
  signKeyOption,
  tableOption,
  waiversOption,
} from "@/lib/cli/option";
import { readWaivers } from "@/lib/cli/waivers";
import { requireWritable } from "@/lib/cli/write-out";

const optionsSchema = z.object({
  snapshot: z.string(),
  set: checkSetSchema,
  format: z.enum(reportFormats),
  table: z.enum(tableNames),
  out: z.string().min(1).exactOptional(),
  signKey: z.string().min(1).exactOptional(),
  waivers: z.string().min(1).exactOptional(),
});

/** `weir report`: judges a saved snapshot, offline. */
export function reportCommand(): Command {
  return new Command("report")
    .description("report on a saved snapshot, without asking AWS")
    .requiredOption("--snapshot <file>", "a file of `weir audit --save-snapshot`")
    .addOption(setOption())
    .addOption(formatOption())
    .addOption(tableOption())
    .addOption(outOption())
    .addOption(signKeyOption())
    .addOption(waiversOption())
    .action(async (given: unknown) => {
      const options = optionsSchema.parse(given);
      if (options.out !== undefined) await requireWritable("--out", options.out);
      const snapshot = await readSnapshot(options.snapshot);
      const decisions = await readWaivers(options.waivers);
      const [{ judge }, { output }] = await Promise.all([
        import("@/lib/cli/judge"),
        import("@/lib/cli/output"),
      ]);
      await output(judge(snapshot, options.set, decisions), options);
    });
}

async function readSnapshot(file: string): Promise<Snapshot> {
  const text = await readTextFile(`--snapshot: ${file}`, file);
  const parsed = snapshotSchema.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  throw new CliError(`--snapshot: ${file} is not a snapshot that this version of Weir has saved.`);
}
