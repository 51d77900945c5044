import type { Check } from "@/lib/model/check";

/** Folder -> the folders that it may import, as the import rules have it. */
export type Layers = Readonly<Record<string, readonly string[]>>;

/** The import rules as a Mermaid picture; an arrow points from a folder to one that it may import. */
export function layersSection(layers: Layers): string {
  const arrows = Object.entries(layers).flatMap(([folder, allowed]) =>
    directly(folder, allowed, layers).map((target) => `  ${nodeName(folder)} --> ${nodeName(target)}`),
  );
  return ["```mermaid", "flowchart TD", ...Object.keys(layers).map(node), ...arrows, "```"].join("\n");
}

/** Leaves out what a folder reaches through another that it may import: the picture stays readable. */
function directly(folder: string, allowed: readonly string[], layers: Layers): readonly string[] {
  const others = (target: string) => allowed.filter((other) => other !== target && other !== folder);
  return allowed.filter((target) => !others(target).some((other) => layers[other]?.includes(target)));
}

function node(folder: string): string {
  return `  ${nodeName(folder)}["${folder}"]`;
}

function nodeName(folder: string): string {
  return folder.replaceAll(/[^a-z]/g, "_");
}

/** The checks as a table: what each holds, and what it reads. */
export function checksSection(
  checks: readonly Check[],
  actionsOf: (check: Check) => readonly string[],
): string {
  const rows = checks.map((check) => {
    const actions = actionsOf(check).map((action) => `\`${action}\``);
    return `| ${check.id} | ${check.title} | ${check.isManual ? "by a person" : check.severity} | ${check.set} | ${check.scope} | ${check.reads.join(", ")} | ${actions.join(" ")} |`;
  });
  return [
    "| id | holds when it passes | severity | set | judged for each | facts read | IAM actions |",
    "|---|---|---|---|---|---|---|",
    ...rows,
  ].join("\n");
}

export function policySection(policy: unknown): string {
  return ["```json", JSON.stringify(policy, null, 2), "```"].join("\n");
}

/** Replaces what stands between `<!-- begin NAME -->` and `<!-- end NAME -->`. */
export function replaceSection(readme: string, name: string, content: string): string {
  const begin = `<!-- begin ${name} -->`;
  const end = `<!-- end ${name} -->`;
  const from = readme.indexOf(begin);
  const to = readme.indexOf(end);
  if (from === -1 || to < from)
    throw new Error(`README.md has no section ${name}: it wants the lines "${begin}" and "${end}".`);
  return `${readme.slice(0, from + begin.length)}\n${content}\n${readme.slice(to)}`;
}
