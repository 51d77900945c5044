import { Command } from "commander";
import { PolicyCache } from "@/lib/cli/policy-cache";
import { readLines } from "@/lib/cli/read-lines";
import { simulateLine } from "@/lib/cli/simulate";
import { writeAll } from "@/lib/cli/write-all";

/** Far beyond what AWS lets all policies of a request be together. */
const lineCharactersMax = 2_000_000;
const tooLong = JSON.stringify({ error: "the line is too long" });

/** `weir simulate`: what AWS would answer to a request, one line in, one line out. */
export function simulateCommand(): Command {
  return new Command("simulate")
    .description("decide requests: JSON lines on stdin, one answer a line on stdout")
    .addHelpText("after", help)
    .action(async () => {
      const cache = new PolicyCache();
      for await (const lines of readLines(process.stdin, lineCharactersMax)) {
        const answers = lines.map((line) => (line === undefined ? tooLong : simulateLine(line, cache)));
        await writeAll(process.stdout, answers.map((each) => `${each}\n`).join(""));
        if (process.stdout.destroyed) return;
      }
    });
}

const help = `
Each line in:
  {"request": {"principal": "arn:…", "action": "kinesis:GetRecords", "resource": "arn:…",
               "resourceAccount"?: "111122223333", "context"?: {"aws:SourceVpce": "vpce-1"}},
   "policies": {"identityPolicies"?: [document], "boundary"?: document, "sessionPolicy"?: document,
                "scps"?: [[document]], "rcps"?: [[document]], "resourcePolicy"?: document,
                "endpointPolicies"?: [document]},
   "contextComplete"?: true}
Each line out:
  {"decision": "allowed | explicitly-denied | implicitly-denied | undetermined",
   "undeterminedKeys"?: [key], "statements": [{"policy", "index", "sid"?, "effect"}]}
or {"error": "…"}, which costs that line alone.

A document is JSON, or text that holds it, URL-encoded or not. With contextComplete a key that is not in the
context is absent, otherwise it is unknown; null says of one key that it is absent. What follows from the
request itself, such as aws:PrincipalArn and aws:username, need not be given. scps and rcps have one list a
level, root first. Policies that are left out do not exist.`;
