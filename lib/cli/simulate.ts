import type { z } from "zod";
import type { PolicyCache } from "@/lib/cli/policy-cache";
import { printable } from "@/lib/cli/printable";
import type { PolicyKind } from "@/lib/iam/decision/compile-policy";
import { parseJsonTree } from "@/lib/iam/json-tree";
import { simulate, SimulationError } from "@/lib/iam/simulation/simulate";
import type { Simulation } from "@/lib/iam/simulation/simulate";
import { simulateLineSchema } from "@/lib/iam/simulation/simulate-request";
import type { PolicyDocument, SimulateLine } from "@/lib/iam/simulation/simulate-request";
import { kinesisActions } from "@/lib/kinesis/action-resources";

/** What keeps one line from being answered. */
class LineError extends Error {
  override readonly name = "LineError";
}

/** The answer to one line of JSON, as JSON without a line break. */
export function simulateLine(line: string, cache: PolicyCache): string {
  try {
    return JSON.stringify(decide(readLine(line), cache));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const sentence =
      error instanceof LineError || error instanceof SimulationError
        ? reason
        : `something unforeseen happened: ${reason}`;
    return JSON.stringify({ error: printable(sentence) });
  }
}

function readLine(line: string): SimulateLine {
  const parsed = simulateLineSchema.safeParse(parseJson(line));
  if (parsed.success) return parsed.data;
  throw new LineError(parsed.error.issues.map((issue) => sentenceOf(issue)).join("; "));
}

function sentenceOf({ path, message }: z.core.$ZodIssue): string {
  return path.length === 0 ? message : `${path.join(".")}: ${message}`;
}

/** JSON of which no object names a member twice: the parser would keep one, and AWS refuses both. */
function parseJson(line: string): unknown {
  // Text that comes out as it went in has lost nothing; only other text is worth the slow look.
  const [value, again] = parseLeniently(line);
  if (again === line) return value;
  const tree = parseJsonTree(line);
  if (!tree.ok) throw new LineError(`character ${tree.problem.offset + 1}: ${tree.problem.message}`);
  if (value === undefined) throw new LineError("the line is not JSON");
  return value;
}

/** The value and its text; neither for what is no JSON, or nests so deep that it cannot be written again. */
function parseLeniently(line: string): [value: unknown, again: string] | [] {
  try {
    const value: unknown = JSON.parse(line);
    return [value, JSON.stringify(value)];
  } catch {
    return [];
  }
}

function decide(line: SimulateLine, cache: PolicyCache): Simulation {
  const compile = (document: PolicyDocument, kind: PolicyKind) => cache.compile(document, kind);
  return simulate(line, { compile, actionFacts: kinesisActions });
}
