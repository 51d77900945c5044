import { whenWords } from "@/components/duties/condition-words";
import type { WayStep } from "@/components/duties/way";
import type { Go } from "@/components/links";
import { policyTitle } from "@/components/policy/policy-name";
import { PolicyText } from "@/components/policy/policy-text";
import { AppLink } from "@/components/ui/app-link";
import { AttackerText } from "@/components/ui/attacker-text";

/** A document of a way, the lines of its statements marked, and what they hang on in words. */
export function WayDocument({ step: { view, statements }, go }: { readonly step: WayStep; readonly go: Go }) {
  const title = policyTitle(view.policy);
  const marked = statements.map(({ index }) => index);
  return (
    <div className="min-w-0">
      <figure className="min-w-0 overflow-clip rounded-md border border-line">
        <figcaption className="flex flex-wrap items-baseline justify-between gap-x-4 border-b border-line bg-sunken px-3 py-1.5 text-sm">
          <span>
            <AttackerText>{title}</AttackerText>
            {marked.length > 0 && (
              <span className="text-muted">, statement {marked.map((index) => index + 1).join(", ")}</span>
            )}
          </span>
          <AppLink to={go("/policies/view", { id: view.policy.id, statements: marked.join(",") })}>
            Whole document
          </AppLink>
        </figcaption>
        <PolicyText document={view} name={title} marked={marked} brief />
      </figure>
      <ul className="mt-1 grid gap-1 text-sm">
        {statements.map((statement) => {
          const words = whenWords(statement);
          return (
            words !== undefined && (
              <li key={statement.index}>
                <AttackerText>{`${words}.`}</AttackerText>
              </li>
            )
          );
        })}
      </ul>
    </div>
  );
}
