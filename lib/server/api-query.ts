import "server-only";
import { checkSets, type CheckSet } from "@/lib/model/scan";
import { HttpError } from "@/lib/server/http-error";
import { QueryReader, type QueryProblem } from "@/lib/server/query";

/** The query of a request, of which every parameter must be one that the route knows. */
export function readQuery(request: Request, known: readonly string[]): URLSearchParams {
  const query = new URL(request.url).searchParams;
  const reader = new QueryReader(query);
  reader.rejectOthers(known);
  refuse(reader.problems);
  return query;
}

/** Refuses a request whose query has problems, naming all of them. */
export function refuse(problems: readonly QueryProblem[]): void {
  if (problems.length > 0)
    throw new HttpError("bad-request", problems.map(({ message }) => message).join(" "));
}

/** `?set=course|full`; undefined: the set that the scan was asked for. */
export function readSet(query: URLSearchParams): CheckSet | undefined {
  const reader = new QueryReader(query);
  const set = reader.oneOf("set", checkSets);
  refuse(reader.problems);
  return set;
}
