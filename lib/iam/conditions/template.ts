import { listKeys, miss, readContextKey, valuesInOtherCase, valuesOf } from "@/lib/iam/conditions/context";
import type { ContextKey, RequestContext } from "@/lib/iam/conditions/context";
import type { Fragment, PatternText } from "@/lib/iam/conditions/pattern-text";
import { written } from "@/lib/iam/conditions/pattern-text";

interface Variable {
  /** Absent where what stands in the braces is no variable of the documented form. */
  readonly key?: ContextKey;
  readonly fallback?: string;
}

/** Text of a policy with its variables told apart; a list of fragments alone where it has none. */
export type Template = readonly (Fragment | Variable)[];

/**
 * Policy variables: `${aws:username}`, `${aws:PrincipalTag/team, 'none'}`, and `${*}`, `${?}`, `${$}` for the
 * characters themselves. Only Version 2012-10-17 knows them.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export function readTemplate(text: string, hasVariables: boolean): Template {
  if (!hasVariables || !text.includes("${")) return written(text);
  const template: (Fragment | Variable)[] = [];
  let end = 0;
  for (;;) {
    const index = text.indexOf("${", end);
    const close = index < 0 ? -1 : text.indexOf("}", index);
    if (close < 0) break;
    if (index > end) template.push({ text: text.slice(end, index), literal: false });
    const inner = text.slice(index + 2, close);
    template.push(/^[*?$]$/.test(inner) ? { text: inner, literal: true } : readVariable(inner));
    end = close + 1;
  }
  if (end < text.length) template.push({ text: text.slice(end), literal: false });
  return template;
}

function readVariable(inner: string): Variable {
  const [, name, fallback] = /^([^,'{$]+)(?:, '([^']*)')?$/.exec(inner) ?? [];
  if (name === undefined) return {};
  return { key: readContextKey(name), ...(fallback !== undefined && { fallback }) };
}

export function isStatic(template: Template): template is PatternText {
  return template.every((part) => "text" in part);
}

/** The text that a template stands for in a request. */
export interface Resolved {
  /** `*` stands where a variable could not be resolved. */
  readonly text: PatternText;
  /** `missing`: a variable has no value and no default. `unknown`: nobody knows. */
  readonly state: "resolved" | "missing" | "unknown";
}

export function resolve(template: Template, context: RequestContext): Resolved {
  let state: Resolved["state"] = "resolved";
  const text = template.map((part) => {
    if ("text" in part) return part;
    const value = valueOf(part, context);
    if (typeof value === "object") return value;
    if (state !== "missing") state = value;
    return { text: "*", literal: false };
  });
  return { text, state };
}

function valueOf({ key, fallback }: Variable, context: RequestContext): Fragment | "missing" | "unknown" {
  if (!key) return "unknown";
  const values = valuesOf(key, context);
  const [value] = values ?? [];
  if (values === undefined || (value === undefined && valuesInOtherCase(key, context))) {
    miss(key, context);
    return "unknown";
  }
  if (value === undefined) return fallback === undefined ? "missing" : { text: fallback, literal: true };
  // Keys of several values cannot be variables, and whether an empty value counts as one is not said.
  const unsettled = values.length > 1 || value === "" || listKeys.has(key.name);
  return unsettled ? "unknown" : { text: value, literal: true };
}
