import { readFile } from "node:fs/promises";
import { Command } from "commander";
import { z } from "zod";
import { CliError } from "@/lib/cli/cli-error";
import { exitCodes } from "@/lib/cli/exit-code";
import { printable } from "@/lib/cli/printable";
import { writeAll } from "@/lib/cli/write-all";

const optionsSchema = z.object({ publicKey: z.string().min(1).exactOptional() });

const exitHelp = `
Exit code:
  0    all that was looked at holds
  1    something does not
  2    there is nothing to hold the file to, or it could not be read`;

/** `weir verify`: holds an exported file to its manifest, and to the report that stands in it. */
export function verifyCommand(end: (code: number) => void): Command {
  return new Command("verify")
    .description("check an exported file against FILE.manifest.json, and against the report that it holds")
    .argument("<file>", "a report; JSON, HTML and PDF hold what they were made from")
    .option("--public-key <file>", "the Ed25519 key, in PEM, that must have signed the manifest")
    .addHelpText("after", exitHelp)
    .action(async (file: string, given: unknown) => {
      const { publicKey } = optionsSchema.parse(given);
      const bytes = await readFile(file).catch((error: unknown) => {
        const reason = error instanceof Error ? error.message : String(error);
        throw new CliError(`${file} could not be read (${reason}).`, { cause: error });
      });
      const manifest = await readFile(`${file}.manifest.json`, "utf8").catch(() => undefined);
      const [{ verifyFile }, { readPublicKey }] = await Promise.all([
        import("@/lib/exports/verify-file"),
        import("@/lib/exports/sign"),
      ]);
      const key = publicKey === undefined ? undefined : await readPublicKey(publicKey);
      const findings = await verifyFile({ bytes, name: file, manifest, key });
      if (findings.length === 0)
        throw new CliError(
          `${file} holds no report, and no ${file}.manifest.json stands beside it: there is nothing to check it against.`,
        );
      const isWhole = findings.every(({ holds }) => holds);
      const lines = findings.map(({ holds, says }) => `${holds ? "yes" : "NO "}  ${printable(says)}`);
      const verdict = isWhole ? "verified" : "NOT verified";
      await writeAll(process.stdout, `${[`${printable(file)}: ${verdict}`, ...lines].join("\n")}\n`);
      end(isWhole ? exitCodes.done : exitCodes.failed);
    });
}
