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
 * A document's text with some statements put in the place of others, further ones at its end so that the others keep
 * their numbers, as JSON of two blanks; null where none is left, and
 * undefined for a text that is no policy, or where nothing changes.
 */
export function editStatements(
  text: string,
  indexes: readonly number[],
  edit: (statement: RawStatement, index: number) => readonly RawStatement[] | undefined,
): string | null | undefined {
  const document = parseDocument(text);
  if (!document) return undefined;
  let isChanged = false;
  const added: RawStatement[] = [];
  const statements = [document.Statement].flat().flatMap((statement, index) => {
    const edited = indexes.includes(index) ? edit(statement, index) : undefined;
    isChanged ||= edited !== undefined;
    added.push(...(edited?.slice(1) ?? []));
    return edited?.slice(0, 1) ?? [statement];
  });
  statements.push(...added);
  if (!isChanged) return undefined;
  return statements.length === 0 ? null : JSON.stringify({ ...document, Statement: statements }, null, 2);
}

/** As it was written: what the schema gives back has its members in another order. */
export function parseDocument(text: string): z.infer<typeof documentSchema> | undefined {
  try {
    const document: z.infer<typeof documentSchema> = JSON.parse(text);
    return documentSchema.safeParse(document).success ? document : undefined;
  } catch {
    return undefined;
  }
}

export function textsOf(element: string | readonly string[] | undefined): readonly string[] {
  return element === undefined ? [] : [element].flat();
}

/** The number of each statement of a document; none of a text that is no policy. */
export function everyStatement(text: string): number[] {
  const document = parseDocument(text);
  return document ? [document.Statement].flat().map((_, index) => index) : [];
}
