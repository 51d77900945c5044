import "server-only";
import { matchesAction } from "@/lib/iam/match-action";
import { matchesArn } from "@/lib/iam/match-arn";
import type { Statement } from "@/lib/iam/statement";
import type { Duty } from "@/lib/model/duty";
import { stateOf } from "@/lib/model/duty-state";
import { policyId } from "@/lib/model/policy-id";
import type { Report, ReportPolicy, ReportStream } from "@/lib/model/report";
import { heldByPolicy, type HeldOn } from "@/lib/server/held-duties";
import { parsedPolicy } from "@/lib/server/report-index";

/** What one statement names, and what comes of it. */
interface StatementReach {
  readonly index: number;
  readonly sid?: string | undefined;
  readonly effect: "Allow" | "Deny";
  /**
   * How many streams of the scan its Resource names, whoever asks. Undefined where it is about no action of Kinesis,
   * or where a variable decides.
   */
  readonly named: number | undefined;
  readonly isAboutStreams: boolean;
  /** Streams on which it takes part in a duty, and principals who hold one by it. */
  readonly streams: number;
  readonly principals: number;
  readonly duties: readonly Duty[];
}

/** What a principal holds by a document. */
interface PolicyHolder {
  readonly arn: string;
  readonly duties: readonly Duty[];
  readonly streams: number;
}

interface PolicyReach {
  readonly statements: readonly StatementReach[];
  readonly holders: readonly PolicyHolder[];
  /** Streams on which somebody holds a duty by it. */
  readonly streams: readonly {
    readonly stream: ReportStream;
    readonly duties: readonly Duty[];
    readonly principals: number;
  }[];
}

/** What a document does to the streams of a scan; account administrators, who hold everything, are not among its holders. */
export function loadPolicyReach(report: Report, policy: ReportPolicy): PolicyReach {
  const held = (heldByPolicy(report).get(policy.id) ?? []).filter(({ cell }) => stateOf(cell) !== "unknown");
  const parsed = parsedPolicy(policy);
  const statements = parsed.ok ? parsed.statements : [];
  return {
    statements: statements.map((statement) => reachOf(report, policy, statement, held)),
    holders: groupBy(held, ({ cell }) => cell.principal)
      .map(([arn, own]) => ({
        arn,
        duties: dutiesOf(own),
        streams: countDistinct(own, ({ stream }) => stream),
      }))
      .toSorted((a, b) => b.streams - a.streams || (a.arn < b.arn ? -1 : 1)),
    streams: groupBy(held, ({ stream }) => stream).map(([stream, own]) => ({
      stream,
      duties: dutiesOf(own),
      principals: countDistinct(own, ({ cell }) => cell.principal),
    })),
  };
}

function reachOf(
  report: Report,
  policy: ReportPolicy,
  statement: Statement,
  held: readonly HeldOn[],
): StatementReach {
  const { index, sid, effect } = statement;
  const own = held.filter(({ cell }) =>
    cell.via.some((pointer) => pointer.policy === policy.id && pointer.index === index),
  );
  const isAboutStreams = policy.kind !== "trust" && isAboutKinesis(statement);
  return {
    index,
    sid,
    effect,
    isAboutStreams,
    named: isAboutStreams ? countNamed(report, policy, statement) : undefined,
    streams: countDistinct(own, ({ stream }) => stream),
    principals: countDistinct(own, ({ cell }) => cell.principal),
    duties: dutiesOf(own),
  };
}

function isAboutKinesis({ actions, notActions }: Statement): boolean {
  if (notActions) return true;
  return (actions ?? []).some((pattern) => matchesAction(pattern.split(":")[0] ?? "", "kinesis"));
}

/** A resource policy that names no Resource is about what it is attached to. */
function countNamed(
  { streams }: Report,
  policy: ReportPolicy,
  { resources, notResources }: Statement,
): number | undefined {
  const patterns = resources ?? notResources;
  if (!patterns) return streams.filter(({ arn }) => policyId.resource(arn) === policy.id).length;
  if (patterns.some((pattern) => pattern.includes("${"))) return undefined;
  return streams.filter(({ arn }) => {
    const consumer = `${arn}/consumer/weir-probe-6f1c:1`;
    const isNamed = patterns.some((pattern) => matchesArn(pattern, arn) || matchesArn(pattern, consumer));
    return resources ? isNamed : !isNamed;
  }).length;
}

function dutiesOf(held: readonly HeldOn[]): Duty[] {
  return [...new Set(held.map(({ cell }) => cell.duty))];
}

function countDistinct(held: readonly HeldOn[], of: (each: HeldOn) => unknown): number {
  return new Set(held.map(of)).size;
}

function groupBy<K>(held: readonly HeldOn[], keyOf: (each: HeldOn) => K): [K, HeldOn[]][] {
  const groups = new Map<K, HeldOn[]>();
  for (const each of held) {
    const key = keyOf(each);
    const group = groups.get(key);
    if (group) group.push(each);
    else groups.set(key, [each]);
  }
  return [...groups];
}
