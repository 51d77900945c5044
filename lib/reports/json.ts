import { z } from "zod";
import { reportSchema, type Report } from "@/lib/model/report";

/**
 * A report as JSON: two spaces deep, members in the order of the model, a line end at its end.
 * The same report gives the same bytes, whichever way it came. Lists are written entry by entry, so
 * that a large report is never held as text.
 */
export function* toJson(report: Report): Generator<string> {
  let opened = false;
  const members = new Map<string, unknown>(Object.entries(report));
  for (const [name, schema] of Object.entries(reportSchema.shape)) {
    const value = members.get(name);
    if (value === undefined) continue;
    yield `${opened ? "," : "{"}\n  ${JSON.stringify(name)}: `;
    opened = true;
    yield* schema instanceof z.ZodArray ? list(value, schema) : [indented(schema.parse(value), 2)];
  }
  yield "\n}\n";
}

function* list(value: unknown, schema: z.ZodArray): Generator<string> {
  const entries = z.array(z.unknown()).parse(value);
  yield "[";
  for (const [index, entry] of entries.entries())
    yield `${index === 0 ? "" : ","}\n    ${indented(z.parse(schema.element, entry), 4)}`;
  yield entries.length === 0 ? "]" : "\n  ]";
}

/** As it stands so many spaces deep; text within has no line ends that are not escaped. */
function indented(value: unknown, depth: number): string {
  return JSON.stringify(value, null, 2).replaceAll("\n", `\n${" ".repeat(depth)}`);
}
