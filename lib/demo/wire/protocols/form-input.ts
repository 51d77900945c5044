import { NormalizedSchema } from "@smithy/core/schema";
import type { $SchemaRef } from "@smithy/types";
import { type FormNode, listEntries, toFormTree } from "./form-tree";

/** Query writes lists as `Filter.member.1`, EC2 as `Filter.1`, and EC2 has names of its own. */
export type FormDialect = "query" | "ec2";

export class UnreadableForm extends Error {
  override readonly name = "UnreadableForm";
}

/** Reads a Query request into the SDK's shape: the reverse of the SDK's `QueryShapeSerializer`. */
export function readForm(schema: $SchemaRef, body: string, dialect: FormDialect): object {
  return readStruct(NormalizedSchema.of(schema), toFormTree(new URLSearchParams(body)), dialect);
}

function readStruct(schema: NormalizedSchema, node: FormNode, dialect: FormDialect): object {
  const struct: Record<string, unknown> = {};
  if (!schema.isStructSchema()) return struct;
  for (const [name, member] of schema.structIterator()) {
    const child = node.children.get(memberKey(name, member, dialect));
    if (child) struct[name] = readValue(member, child, dialect);
  }
  return struct;
}

function readValue(schema: NormalizedSchema, node: FormNode, dialect: FormDialect): unknown {
  if (schema.isStructSchema()) return readStruct(schema, node, dialect);
  if (schema.isListSchema()) return readList(schema, node, dialect);
  return readSimple(schema, node.text ?? "");
}

function readList(schema: NormalizedSchema, node: FormNode, dialect: FormDialect): unknown[] {
  const entry = schema.getValueSchema();
  const flat = dialect === "ec2" || Boolean(schema.getMergedTraits().xmlFlattened);
  const container = flat ? node : node.children.get(entry.getMergedTraits().xmlName ?? "member");
  return container ? listEntries(container).map((child) => readValue(entry, child, dialect)) : [];
}

export function readSimple(schema: NormalizedSchema, text: string): unknown {
  if (schema.isBooleanSchema()) return text === "true";
  if (schema.isNumericSchema()) {
    const number = Number(text);
    if (text.trim() === "" || !Number.isFinite(number)) throw new UnreadableForm(`${text} is not a number.`);
    return number;
  }
  if (schema.isTimestampSchema()) {
    const instant = new Date(text);
    if (Number.isNaN(instant.getTime())) throw new UnreadableForm(`${text} is not a timestamp.`);
    return instant;
  }
  return text;
}

/** @see https://smithy.io/2.0/aws/protocols/aws-ec2-query-protocol.html#query-key-resolution */
function memberKey(name: string, member: NormalizedSchema, dialect: FormDialect): string {
  const { ec2QueryName, xmlName } = member.getMergedTraits();
  if (dialect === "query") return xmlName ?? name;
  const key = xmlName ?? name;
  if (typeof ec2QueryName === "string") return ec2QueryName;
  return key.charAt(0).toUpperCase() + key.slice(1);
}
