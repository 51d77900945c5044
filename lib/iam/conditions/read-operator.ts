import { nullOperator } from "@/lib/iam/conditions/null";
import type { PresenceOperator } from "@/lib/iam/conditions/null";
import type { Operator } from "@/lib/iam/conditions/operator";
import { operators } from "@/lib/iam/conditions/operators";

/** Which of a request's values have to match: its one, all of them, or any. */
export type Quantifier = "one" | "all" | "any";

export type OperatorUse =
  | { readonly kind: "presence"; readonly operator: PresenceOperator; readonly asWritten: boolean }
  | {
      readonly kind: "value";
      readonly operator: Operator;
      readonly quantifier: Quantifier;
      readonly ifExists: boolean;
      /** False where the case of the letters is not AWS's: whether AWS minds, it does not say. */
      readonly asWritten: boolean;
    };

const byName = new Map(operators.map((operator) => [operator.name.toLowerCase(), operator]));

const prefixes = { one: "", all: "ForAllValues:", any: "ForAnyValue:" } as const;

/** Reads an operator with its set prefix and its `IfExists`; undefined for one that does not exist. */
export function readOperator(text: string): OperatorUse | undefined {
  if (text.toLowerCase() === "null")
    return { kind: "presence", operator: nullOperator, asWritten: text === nullOperator.name };

  const [, prefix = "", name = "", suffix = ""] =
    /^(forallvalues:|foranyvalue:)?([a-z]+?)(ifexists)?$/i.exec(text) ?? [];
  const operator = byName.get(name.toLowerCase());
  if (!operator) return undefined;
  const quantifier = quantifierOf(prefix.toLowerCase());
  const ifExists = suffix !== "";
  const canonical = `${prefixes[quantifier]}${operator.name}${ifExists ? "IfExists" : ""}`;
  return { kind: "value", operator, quantifier, ifExists, asWritten: text === canonical };
}

function quantifierOf(prefix: string): Quantifier {
  if (prefix === "") return "one";
  return prefix === "forallvalues:" ? "all" : "any";
}
