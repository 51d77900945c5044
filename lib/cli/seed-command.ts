import { Command } from "commander";
import { z } from "zod";
import type { Seeded } from "@/lib/demo/seed/seed-emulator";
import { CliError } from "@/lib/cli/cli-error";
import { printable } from "@/lib/cli/printable";

const optionsSchema = z.object({ endpoint: z.string() });

/** `weir seed`: the demo account's resources on an emulator; never on AWS. */
export function seedCommand(): Command {
  return new Command("seed")
    .description("create the demo account's resources on an emulator; an AWS endpoint is refused")
    .requiredOption("--endpoint <url>", "address of the emulator, e.g. http://127.0.0.1:4566")
    .addHelpText(
      "after",
      "\nHonours AWS_ENDPOINT_URL_<SERVICE>. Signs with made-up keys; an AWS_ACCESS_KEY_ID of twelve digits chooses the emulator's account.",
    )
    .action(async (given: unknown) => {
      const { endpoint } = optionsSchema.parse(given);
      const [{ seedEmulator }, { SeedError }, { buildDemoAccount }] = await Promise.all([
        import("@/lib/demo/seed/seed-emulator"),
        import("@/lib/demo/seed/require-emulator"),
        import("@/lib/demo/account/build-demo-account"),
      ]);
      const seeded = await seedEmulator({ endpoint, account: buildDemoAccount(), tell: say }).catch(
        (error: unknown) => {
          throw error instanceof SeedError ? new CliError(error.message, { cause: error }) : error;
        },
      );
      for (const line of linesOf(seeded)) say(line);
    });
}

function say(text: string): void {
  process.stderr.write(`${printable(text)}\n`);
}

/** One line for each kind of resource, and one for each reason why some are missing. */
function linesOf({ counts }: Seeded): string[] {
  return counts.flatMap(({ kind, made, there, refused }) => {
    const missing = refused.length === 0 ? "" : `, ${refused.length} not made`;
    const whys = [...new Set(refused.map(({ why }) => why))];
    const namesFor = (reason: string) =>
      refused.flatMap(({ name, why }) => (why === reason ? [name] : [])).join(", ");
    return [
      `${kind}: ${made} made, ${there} there before${missing}`,
      ...whys.map((why) => `  ${why}: ${namesFor(why)}`),
    ];
  });
}
