import { decisionRows, type DecisionRow } from "@/lib/reports/decision-rows";
import { scopeColumns, scopeOf, type TableScope } from "@/lib/reports/tables/scope-columns";
import { tableOf } from "@/lib/reports/tables/table";

interface Row {
  readonly decision: DecisionRow;
  readonly scope: TableScope;
}

/** What people accepted and confirmed: one row a waiver or attestation, those that no longer hold included. */
export const decisionsTable = tableOf<Row>(
  "Decisions",
  {
    kind: ({ decision }) => decision.kind,
    state: ({ decision }) => decision.state,
    because: ({ decision }) => decision.because,
    checkId: ({ decision }) => decision.checkId,
    about: ({ decision }) => decision.about,
    on: ({ decision }) => decision.on,
    owner: ({ decision }) => decision.owner,
    words: ({ decision }) => decision.words,
    createdAt: ({ decision }) => decision.createdAt,
    expiresOn: ({ decision }) => decision.expiresOn,
    ...scopeColumns,
  },
  function* entries({ report }) {
    const scope = scopeOf(report);
    for (const decision of decisionRows(report)) yield { decision, scope };
  },
);
