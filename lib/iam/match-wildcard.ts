import { compileGlob } from "@/lib/iam/conditions/compile-glob";
import { written } from "@/lib/iam/conditions/pattern-text";

export interface MatchOptions {
  /** Compare letters without case, as for actions; resources and values keep theirs. */
  readonly ignoreCase?: boolean;
}

/**
 * Whether IAM's wildcards cover a text: `*` stands for any characters, none included, `?` for exactly
 * one; everything else, regular expression characters included, stands for itself.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */
export function matchesWildcard(
  pattern: string,
  text: string,
  { ignoreCase = false }: MatchOptions = {},
): boolean {
  const fold = (each: string) => (ignoreCase ? each.toLowerCase() : each);
  return compileGlob(written(fold(pattern)))(fold(text));
}
