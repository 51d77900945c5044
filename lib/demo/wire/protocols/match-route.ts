import type { WireRequest } from "../wire-request";
import type { ServiceNames } from "./protocol";

export interface RouteMatch {
  readonly operation: string;
  /** What stands in the braces of the route, by name. */
  readonly labels: Readonly<Record<string, string>>;
}

/** The operation whose route, `GET /clusters/{name}`, the request is on. */
export function matchRoute(
  { method, path }: Pick<WireRequest, "method" | "path">,
  { routes = {} }: Pick<ServiceNames, "routes">,
): RouteMatch | undefined {
  const asked = partsOf(path);
  for (const [route, operation] of Object.entries(routes)) {
    const [verb, template = ""] = route.split(" ");
    const labels = verb === method ? matchParts(partsOf(template), asked) : undefined;
    if (labels) return { operation, labels };
  }
  return undefined;
}

function partsOf(path: string): string[] {
  return path.replace(/\/$/, "").split("/");
}

function matchParts(
  template: readonly string[],
  asked: readonly string[],
): Record<string, string> | undefined {
  if (template.length !== asked.length) return undefined;
  const labels: Record<string, string> = {};
  for (const [at, part] of template.entries()) {
    const given = asked[at] ?? "";
    const [, label] = /^\{(\w+)\}$/.exec(part) ?? [];
    if (label === undefined && part !== given) return undefined;
    if (label !== undefined) labels[label] = decoded(given);
  }
  return labels;
}

/** A text that is no URI encoding stays what it is. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
