import { z } from "zod";
import { cloudFormation } from "@/lib/remediation/documents";
import type { Fix } from "@/lib/remediation/fix";

/** What a fix does, without the words. */
type Deed = Omit<Fix, "words" | "announces">;

const templateSchema = z.object({ Resources: z.record(z.string(), z.unknown()) });

/** Several deeds as one, in their order. */
export function together(deeds: readonly Deed[]): Deed {
  return {
    commands: deeds.flatMap(({ commands }) => commands),
    terraform: deeds.map(({ terraform }) => terraform).join("\n"),
    cloudFormation: cloudFormation(
      Object.assign(
        {},
        ...deeds.map((deed) => templateSchema.parse(JSON.parse(deed.cloudFormation)).Resources),
      ),
    ),
    documents: deeds.flatMap(({ documents }) => documents),
    apply: (given) => deeds.reduce((changed, { apply }) => apply(changed), given),
  };
}
