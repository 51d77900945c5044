import { z } from "zod";
import { cutText } from "@/lib/reports/cut-text";

const documentSchema = z.object({
  Statement: z.union([z.array(z.unknown()), z.unknown().transform((statement) => [statement])]),
});

/** Of one document: more is for the JSON. */
const lengthMax = 6000;

/** The statements of a policy that a cause points at, or the whole text where it points at none or cannot be read. */
export function statementText(text: string, indexes: readonly number[]): string {
  const statements = parse(text)?.Statement ?? [];
  const named = indexes.flatMap((index) => {
    const statement = statements[index];
    return statement === undefined ? [] : [`Statement ${index + 1}\n${JSON.stringify(statement, null, 2)}`];
  });
  return cutText(named.length === 0 ? text : named.join("\n"), lengthMax);
}

function parse(text: string): z.infer<typeof documentSchema> | undefined {
  try {
    return documentSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
