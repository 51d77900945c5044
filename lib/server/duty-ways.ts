import "server-only";
import { matchesAction } from "@/lib/iam/match-action";
import type { Statement } from "@/lib/iam/statement";
import type { DutyCell, GrantPointer } from "@/lib/model/duty";
import { policyId } from "@/lib/model/policy-id";
import type { Report, ReportStream } from "@/lib/model/report";
import { loadPolicyView, type PolicyView } from "@/lib/server/policies";
import { parsedPolicy, policiesById, principalsByArn } from "@/lib/server/report-index";

/** A document and the statements of it that are meant. */
interface WayDocument {
  readonly view: PolicyView;
  /** Zero-based; none: the document as a whole, because it could not be read. */
  readonly statements: readonly Statement[];
}

/** How a principal comes to a duty on a stream. */
export interface DutyWay {
  readonly documents: readonly WayDocument[];
  /** Documents that decide, and of which the report has no text. */
  readonly absentIds: readonly string[];
  /** Denies that hang on the same facts as the cell. */
  readonly limits: readonly WayDocument[];
}

/** The statement that a pointer points at, as written. */
export function findStatement(report: Report, { policy, index }: GrantPointer): Statement | undefined {
  const found = policiesById(report).get(policy);
  const parsed = found && parsedPolicy(found);
  return parsed?.ok ? parsed.statements.find((statement) => statement.index === index) : undefined;
}

/** The documents behind a cell, with the statements that it rests on. */
export function loadDutyWay(report: Report, stream: ReportStream, cell: DutyCell): DutyWay {
  const documents: WayDocument[] = [];
  const absentIds: string[] = [];
  for (const id of new Set(cell.via.map(({ policy }) => policy))) {
    const view = loadPolicyView(report, id);
    const pointers = cell.via.filter(({ policy }) => policy === id);
    const statements = pointers.flatMap((pointer) => findStatement(report, pointer) ?? []);
    if (view) documents.push({ view, statements });
    else absentIds.push(id);
  }
  return { documents, absentIds, limits: limitsOf(report, stream, cell) };
}

function limitsOf(report: Report, stream: ReportStream, cell: DutyCell): WayDocument[] {
  const keys = new Set(cell.conditions?.map((key) => key.toLowerCase()));
  if (keys.size === 0) return [];
  const principal = principalsByArn(report).get(cell.principal);
  const ids = [
    ...(principal?.policyIds ?? []),
    ...(principal?.boundaryId === undefined ? [] : [principal.boundaryId]),
    policyId.resource(stream.arn),
    ...(stream.facts.keyArn === undefined ? [] : [policyId.resource(stream.facts.keyArn)]),
  ];
  return ids.flatMap((id) => {
    const policy = policiesById(report).get(id);
    const parsed = policy && parsedPolicy(policy);
    if (!parsed?.ok) return [];
    const statements = parsed.statements.filter(
      (statement) =>
        statement.effect === "Deny" &&
        isAboutRecords(statement) &&
        statement.conditions.some(({ key }) => keys.has(key.toLowerCase())),
    );
    const view = statements.length > 0 && loadPolicyView(report, id);
    return view ? [{ view, statements }] : [];
  });
}

/** Whether a statement may be about a stream or its key, by the service of its actions. */
function isAboutRecords({ actions, notActions }: Statement): boolean {
  if (notActions) return true;
  return (actions ?? []).some((pattern) => {
    const service = pattern.split(":")[0] ?? "";
    return ["kinesis", "kms"].some((name) => matchesAction(service, name));
  });
}
