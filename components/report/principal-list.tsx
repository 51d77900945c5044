import type { Go } from "@/components/links";
import { AppLink } from "@/components/ui/app-link";
import { AttackerText } from "@/components/ui/attacker-text";
import { countOf } from "@/lib/format/count-of";
import { resourceOfArn } from "@/lib/format/shorten-arn";

const shownMax = 10;

interface PrincipalListProps {
  readonly principals: readonly string[];
  readonly go: Go;
}

/** Whom something concerns: ten at most, and a count that opens the rest. */
export function PrincipalList({ principals, go }: PrincipalListProps) {
  if (principals.length === 0) return null;
  const rest = principals.slice(shownMax);
  return (
    <div className="mt-1 text-sm">
      <Names arns={principals.slice(0, shownMax)} go={go} />
      {rest.length > 0 && (
        <details className="mt-1">
          <summary className="text-accent">{countOf(rest.length, "more principal")}</summary>
          <Names arns={rest} go={go} />
        </details>
      )}
    </div>
  );
}

function Names({ arns, go }: { readonly arns: readonly string[]; readonly go: Go }) {
  return (
    <ul className="flex flex-wrap gap-x-3 gap-y-0.5">
      {arns.map((arn) => (
        <li key={arn} title={arn} className="min-w-0">
          <AppLink
            to={go("/findings", { principal: arn })}
            className="font-mono text-xs text-muted hover:text-accent hover:underline"
          >
            <AttackerText>{resourceOfArn(arn)}</AttackerText>
          </AppLink>
        </li>
      ))}
    </ul>
  );
}
