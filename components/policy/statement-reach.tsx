import { matchesNothing, namedWords, type ShownStatementReach } from "@/components/policy/reach-words";
import { dutyWords } from "@/components/duties/duty-words";
import type { Go } from "@/components/links";
import { AppLink } from "@/components/ui/app-link";
import { AttackerText } from "@/components/ui/attacker-text";
import { countOf } from "@/lib/format/count-of";

interface StatementReachListProps {
  readonly policyId: string;
  readonly statements: readonly ShownStatementReach[];
  readonly streamsInAll: number;
  readonly go: Go;
}

/** Statement by statement: how many live streams it names, and what comes of it. */
export function StatementReachList({ policyId, statements, streamsInAll, go }: StatementReachListProps) {
  return (
    <ol className="grid gap-2.5 text-sm">
      {statements.map((statement) => (
        <li key={statement.index}>
          <p className="font-medium">
            <AppLink
              to={go("/policies/view", { id: policyId, statements: String(statement.index) })}
              keepScroll
            >
              Statement {statement.index + 1}
            </AppLink>
            {statement.sid !== undefined && (
              <>
                {" "}
                <AttackerText>{statement.sid}</AttackerText>
              </>
            )}{" "}
            <span className="font-normal text-muted">{statement.effect}</span>
          </p>
          <p className={matchesNothing(statement) ? "font-medium text-medium" : "text-muted"}>
            {namedWords(statement, streamsInAll)}
          </p>
          {statement.effect === "Allow" && statement.streams > 0 && (
            <p>
              By it {countOf(statement.principals, "principal")}{" "}
              {statement.principals === 1 ? "holds" : "hold"}{" "}
              {statement.duties.map((duty) => dutyWords[duty].name.toLowerCase()).join(", ")} on{" "}
              {countOf(statement.streams, "stream")}.
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}
