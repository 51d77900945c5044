import { compileGlob } from "@/lib/iam/conditions/compile-glob";
import type { RequestContext } from "@/lib/iam/conditions/context";
import { plainText, written } from "@/lib/iam/conditions/pattern-text";
import type { PatternText } from "@/lib/iam/conditions/pattern-text";
import { isStatic, readTemplate, resolve } from "@/lib/iam/conditions/template";
import type { Template } from "@/lib/iam/conditions/template";
import { and, maybe, no, or, yes } from "@/lib/iam/conditions/tri";
import type { Tri } from "@/lib/iam/conditions/tri";

export type ResourceTest = (resource: string, context: RequestContext) => Tri;

export interface ResourceSetting {
  readonly hasVariables: boolean;
  /** Whether the element is a NotResource, in which more is unsettled. */
  readonly negated: boolean;
  /** Whether AWS completes an ARN that ends early, as it says of identity policies. */
  readonly completes: boolean;
}

const arnPartCount = 6;

/**
 * The patterns of a Resource element, of which one has to cover; none covers nothing.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */
export function compileResources(patterns: readonly string[], setting: ResourceSetting): ResourceTest {
  const exact = new Set(patterns.filter((pattern) => isExact(pattern)));
  const tests = patterns
    .filter((pattern) => !isExact(pattern))
    .map((pattern) => compileResource(pattern, setting));
  const [test, ...more] = tests;
  if (!test) return (resource) => (exact.has(resource) ? yes : no);
  if (more.length === 0 && exact.size === 0) return test;
  return (resource, context) => {
    if (exact.has(resource)) return yes;
    let covers: Tri = no;
    for (const each of tests) {
      covers = or(covers, each(resource, context));
      if (covers === yes) break;
    }
    return covers;
  };
}

/** Whether a pattern covers the ARN that it is, and no other. */
export function isExact(pattern: string): boolean {
  return !/[*?$]/.test(pattern) && !endsEarly(pattern);
}

function compileResource(pattern: string, setting: ResourceSetting): ResourceTest {
  const bind = compilePattern(pattern, setting);
  return (resource, context) => bind(context)(resource);
}

export type BoundPattern = (resource: string) => Tri;

/** One pattern, made ready for a request's context first, to be held against many resources. */
export function compilePattern(
  pattern: string,
  setting: ResourceSetting,
): (context: RequestContext) => BoundPattern {
  const template = readTemplate(pattern, setting.hasVariables);
  if (isStatic(template)) {
    const bound = compileText(template, setting);
    return () => bound;
  }
  // Variables may stand only behind the fifth colon; before it they are text, or they are not.
  const [head = ""] = pattern.split("${", 1);
  const ceiling = head.split(":").length < arnPartCount ? maybe : yes;
  return (context) => {
    const bound = bindTemplate(template, setting, context);
    return (resource) => and(ceiling, bound(resource));
  };
}

/** A variable without value makes the pattern match nothing; under NotResource that is not settled. */
function bindTemplate(template: Template, setting: ResourceSetting, context: RequestContext): BoundPattern {
  const { text, state } = resolve(template, context);
  if (state === "missing" && !setting.negated) return () => no;
  const covers = compileText(text, setting);
  return state === "resolved" ? covers : (resource) => and(covers(resource), maybe);
}

/** `arn:aws:kinesis` stands for `arn:aws:kinesis:*:*:*`; where that is not said, and in what it excludes, it may. */
function compileText(text: PatternText, { negated, completes }: ResourceSetting): BoundPattern {
  const whole = compileGlob(text);
  const pattern = plainText(text);
  if (!endsEarly(pattern)) {
    const match = hasWildcardInType(pattern) ? maybe : yes;
    return (resource) => (whole(resource) ? match : no);
  }
  const missing = ":*".repeat(arnPartCount - pattern.split(":").length);
  const completed = compileGlob([...text, ...written(missing)]);
  const onlyCompleted = completes && !negated ? yes : maybe;
  return (resource) => {
    const isWhole = whole(resource);
    if (completed(resource)) return isWhole ? yes : onlyCompleted;
    return isWhole ? maybe : no;
  };
}

export function endsEarly(pattern: string): boolean {
  return pattern.split(":").length < arnPartCount && /^arn(?::|$)/.test(pattern);
}

/**
 * A wildcard in the resource's type, as in `arn:aws:kinesis:eu-west-1:111122223333:s*m/orders`: AWS calls it incorrect usage and does not say what comes
 * of it. An ARN without account, as of a bucket, has no type.
 */
function hasWildcardInType(pattern: string): boolean {
  const [, , , , accountId, ...resource] = pattern.split(":");
  const [type = "", name] = resource.join(":").split(/[/:]/, 2);
  return Boolean(accountId) && name !== undefined && /[*?]/.test(type);
}
