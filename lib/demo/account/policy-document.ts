type OneOrMore = string | readonly string[];

/** A statement as people write it; what IAM does not check is not checked here either. */
export interface StatementText {
  readonly Sid?: string;
  readonly Effect: "Allow" | "Deny";
  readonly Principal?: "*" | Readonly<Record<string, OneOrMore>>;
  readonly Action?: OneOrMore;
  readonly NotAction?: OneOrMore;
  readonly Resource?: OneOrMore;
  readonly NotResource?: OneOrMore;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, OneOrMore>>>>;
}

/** A policy document as the console's editor leaves it. */
export function pretty(...statements: readonly StatementText[]): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: statements }, undefined, 4);
}

/** A policy document as infrastructure code leaves it: on one line. */
export function minified(...statements: readonly StatementText[]): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: statements });
}
