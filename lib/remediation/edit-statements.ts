import { z } from "zod";

const textsSchema = z.union([z.string(), z.array(z.string())]);
const statementSchema = z.looseObject({
  Sid: z.string().exactOptional(),
  Effect: z.string(),
  Action: textsSchema.exactOptional(),
  Resource: textsSchema.exactOptional(),
});
const documentSchema = z.looseObject({ Statement: z.union([statementSchema, z.array(statementSchema)]) });

export type RawStatement = z.infer<typeof statementSchema>;

/**
 * A document's text with some statements put in the place of others, as JSON of two blanks; undefined for a text that
 * is no policy, or where nothing changes.
 */
export function editStatements(
  text: string,
  indexes: readonly number[],
  edit: (statement: RawStatement) => readonly RawStatement[] | undefined,
): string | undefined {
  if (!documentSchema.safeParse(JSON.parse(text)).success) return undefined;
  // As it was written: what the schema gives back has its members in another order.
  const document: z.infer<typeof documentSchema> = JSON.parse(text);
  let isChanged = false;
  const statements = [document.Statement].flat().flatMap((statement, index) => {
    const edited = indexes.includes(index) ? edit(statement) : undefined;
    isChanged ||= edited !== undefined;
    return edited ?? [statement];
  });
  return isChanged && statements.length > 0
    ? JSON.stringify({ ...document, Statement: statements }, null, 2)
    : undefined;
}

export function textsOf(element: string | readonly string[] | undefined): readonly string[] {
  return element === undefined ? [] : [element].flat();
}
