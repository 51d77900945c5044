/** What an attribute of Terraform may hold. */
export type HclValue =
  | string
  | number
  | boolean
  | readonly HclValue[]
  | { readonly [name: string]: HclValue };

const identifier = /^[A-Za-z_][\w-]*$/;

/**
 * Text in quotes. A policy's `${aws:username}` is not Terraform's to fill in.
 *
 * @see https://developer.hashicorp.com/terraform/language/expressions/strings
 */
function quoted(text: string): string {
  return JSON.stringify(text)
    .replaceAll("${", () => "$${")
    .replaceAll("%{", "%%{")
    .replaceAll(
      /[\u007F-\u009F\u2028\u2029]/g,
      (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`,
    );
}

/** A value as Terraform writes it, its further lines indented by a depth of two blanks. */
function toHcl(value: HclValue, depth = 0): string {
  if (typeof value === "string") return quoted(value);
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  const inner = "  ".repeat(depth + 1);
  const end = `\n${"  ".repeat(depth)}`;
  if (isList(value)) {
    if (value.length === 0) return "[]";
    return `[\n${value.map((each) => `${inner}${toHcl(each, depth + 1)},`).join("\n")}${end}]`;
  }
  return Object.keys(value).length === 0 ? "{}" : `{\n${attributes(value, depth + 1)}${end}}`;
}

function isList(value: HclValue): value is readonly HclValue[] {
  return Array.isArray(value);
}

/** Attributes one a line, those that follow one another on single lines aligned as `terraform fmt` aligns them. */
function attributes(members: Readonly<Record<string, HclValue | Expression>>, depth: number): string {
  const written = Object.entries(members).map(([name, value]) => ({
    name: identifier.test(name) ? name : quoted(name),
    text: value instanceof Expression ? value.text(depth) : toHcl(value, depth),
  }));
  const indent = "  ".repeat(depth);
  return written
    .map(({ name, text }, at) => {
      const width = text.includes("\n") ? name.length : widthAround(written, at);
      return `${indent}${name.padEnd(width)} = ${text}`;
    })
    .join("\n");
}

interface Written {
  readonly name: string;
  readonly text: string;
}

function widthAround(written: readonly Written[], at: number): number {
  const isShort = (index: number) => written[index] !== undefined && !written[index].text.includes("\n");
  let [first, last] = [at, at];
  while (isShort(first - 1)) first--;
  while (isShort(last + 1)) last++;
  return Math.max(...written.slice(first, last + 1).map(({ name }) => name.length));
}

/** What is written as it is: a call of a function, a reference. */
export class Expression {
  readonly text: (depth: number) => string;

  constructor(text: (depth: number) => string) {
    this.text = text;
  }
}

export function jsonEncode(value: HclValue): Expression {
  return new Expression((depth) => `jsonencode(${toHcl(value, depth)})`);
}

/** `resource "aws_iam_policy" "producers" { … }` */
export function resourceBlock(
  type: string,
  name: string,
  members: Readonly<Record<string, HclValue | Expression>>,
): string {
  return `resource ${quoted(type)} ${quoted(name)} {\n${attributes(members, 1)}\n}\n`;
}
