import { compileGlob } from "@/lib/iam/conditions/compile-glob";
import { written } from "@/lib/iam/conditions/pattern-text";

/** Takes an action in small letters. */
export type ActionTest = (action: string) => boolean;

/** The patterns of an Action element, of which one has to cover; none covers nothing. */
export function compileActions(patterns: readonly string[]): ActionTest {
  const small = patterns.map((pattern) => pattern.toLowerCase());
  const exact = new Set(small.filter((pattern) => !/[*?]/.test(pattern)));
  const globs = small
    .filter((pattern) => /[*?]/.test(pattern))
    .map((pattern) => compileGlob(written(pattern)));
  const [glob, ...more] = globs;
  if (!glob) return (action) => exact.has(action);
  if (more.length === 0 && exact.size === 0) return glob;
  return (action) => exact.has(action) || globs.some((covers) => covers(action));
}
