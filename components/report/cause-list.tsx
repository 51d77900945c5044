import type { Go } from "@/components/links";
import type { PolicyDocument } from "@/components/policy/policy-lines";
import { policyTitle } from "@/components/policy/policy-name";
import { PolicyText } from "@/components/policy/policy-text";
import { PrincipalList } from "@/components/report/principal-list";
import { AppLink } from "@/components/ui/app-link";
import { AttackerText } from "@/components/ui/attacker-text";
import { countOf } from "@/lib/format/count-of";
import type { ReportPolicy } from "@/lib/model/report";
import type { Cause } from "@/lib/model/verdict";

export interface ShownDocument extends PolicyDocument {
  readonly policy: Pick<ReportPolicy, "id" | "kind" | "awsManaged" | "name" | "attachedTo">;
}

interface CauseListProps {
  readonly causes: readonly (Cause & { readonly findingId: string })[];
  readonly checkId: string;
  readonly documents: readonly ShownDocument[];
  readonly go: Go;
}

const shownMax = 10;

/** What would have to change, each with the statement that it stands in. */
export function CauseList({ causes, checkId, documents, go }: CauseListProps) {
  return (
    <section aria-labelledby="causes">
      <h3 id="causes" className="mb-2 font-semibold">
        {causes.length === 1 ? "Cause" : `${causes.length} causes`}
      </h3>
      <ul className="grid gap-4">
        {causes.slice(0, shownMax).map((cause) => (
          <li key={cause.id} className="min-w-0">
            <p>
              <AttackerText>{cause.label}</AttackerText>{" "}
              <AppLink to={go("/findings", { check: checkId, open: cause.findingId }, cause.findingId)}>
                Finding
              </AppLink>
            </p>
            <PrincipalList principals={cause.principals ?? []} go={go} />
            <CauseDocument cause={cause} documents={documents} go={go} />
          </li>
        ))}
      </ul>
      {causes.length > shownMax && (
        <p className="mt-3 text-sm">
          <AppLink to={go("/findings", { check: checkId })}>
            {countOf(causes.length - shownMax, "more cause")}, among the findings
          </AppLink>
        </p>
      )}
    </section>
  );
}

interface CauseDocumentProps {
  readonly cause: Pick<Cause, "document">;
  readonly documents: readonly ShownDocument[];
  readonly go: Go;
}

/** The document that a cause points into, its statements marked. */
export function CauseDocument({ cause: { document: pointer }, documents, go }: CauseDocumentProps) {
  if (!pointer) return null;
  const document = documents.find(({ policy }) => policy.id === pointer.policyId);
  if (!document) return null;
  const title = policyTitle(document.policy);
  return (
    <figure className="mt-2 min-w-0 overflow-clip rounded-md border border-line">
      <figcaption className="flex flex-wrap items-baseline justify-between gap-x-4 border-b border-line bg-sunken px-3 py-1.5 text-sm">
        <AttackerText>{title}</AttackerText>
        <AppLink
          to={go("/policies/view", { id: pointer.policyId, statements: pointer.statements.join(",") })}
        >
          Whole document
        </AppLink>
      </figcaption>
      <PolicyText document={document} name={title} marked={pointer.statements} brief />
    </figure>
  );
}
