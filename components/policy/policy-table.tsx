import type { Go } from "@/components/links";
import { policyKindWords } from "@/components/policy/policy-name";
import { SeverityMark } from "@/components/status/severity-mark";
import { AppLink } from "@/components/ui/app-link";
import { AttackerText } from "@/components/ui/attacker-text";
import { Icon } from "@/components/ui/icon";
import { countOf } from "@/lib/format/count-of";
import { resourceOfArn, shortenMiddle } from "@/lib/format/shorten-arn";
import type { ReportPolicy } from "@/lib/model/report";
import type { Severity } from "@/lib/model/verdict";

export interface PolicyRow {
  readonly policy: ReportPolicy;
  /** Failing findings that point into it. */
  readonly findings: number;
  readonly severity: Severity | undefined;
}

interface PolicyTableProps {
  readonly rows: readonly PolicyRow[];
  readonly go: Go;
}

/** One row a policy document. */
export function PolicyTable({ rows, go }: PolicyTableProps) {
  return (
    <table className="rows">
      <caption className="sr-only">Policy documents</caption>
      <thead>
        <tr>
          <th scope="col">Document</th>
          <th scope="col">Findings</th>
          <th scope="col">Kind</th>
          <th scope="col">Statements</th>
          <th scope="col">Attached to</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.policy.id} row={row} go={go} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row, go }: { readonly row: PolicyRow; readonly go: Go }) {
  const { policy } = row;
  return (
    <tr>
      <th scope="row">
        <DocumentName policy={policy} go={go} />
      </th>
      <td>
        <Problems row={row} />
      </td>
      <td>{policyKindWords(policy)}</td>
      <td className="wide-only">{policy.statementCount}</td>
      <td className="wide-only max-w-[320px]">
        <AttachedTo owners={policy.attachedTo} />
      </td>
    </tr>
  );
}

function DocumentName({ policy, go }: { readonly policy: ReportPolicy; readonly go: Go }) {
  return (
    <AppLink
      to={go("/policies/view", { id: policy.id })}
      className="text-ink hover:text-accent hover:underline"
    >
      <AttackerText>{policy.name === "" ? resourceOfArn(policy.id) : policy.name}</AttackerText>
    </AppLink>
  );
}

function Problems({ row: { policy, findings, severity } }: { readonly row: PolicyRow }) {
  if (policy.problem !== undefined)
    return (
      <span className="inline-flex items-start gap-1.5 text-unknown">
        <Icon name="unknown" className="mt-0.5 size-4" />
        Could not be read
      </span>
    );
  if (severity === undefined) return <span className="text-muted">None</span>;
  return (
    <span className="flex flex-wrap gap-x-2">
      <SeverityMark severity={severity} /> <span className="text-muted">{countOf(findings, "finding")}</span>
    </span>
  );
}

function AttachedTo({ owners }: { readonly owners: readonly string[] }) {
  const [first, ...others] = owners;
  if (first === undefined) return <span className="text-muted">Nothing</span>;
  return (
    <span title={owners.slice(0, 20).join("\n")}>
      <AttackerText mono>{shortenMiddle(resourceOfArn(first), 48)}</AttackerText>
      {others.length > 0 && <span className="text-muted"> and {others.length} more</span>}
    </span>
  );
}
