import type { CheckInfo } from "@/components/check-info";
import { CheckWordsPart } from "@/components/checklist/check-words-part";
import type { Go } from "@/components/links";
import { SeverityMark } from "@/components/status/severity-mark";
import { AppLink } from "@/components/ui/app-link";
import { Facts } from "@/components/ui/facts";
import { scopeWords } from "@/lib/format/words";

interface CheckEntryProps {
  readonly check: CheckInfo;
  /** How the newest report judges it; absent before the first scan. */
  readonly outcome: string | undefined;
  /** The IAM actions that it rested on there. */
  readonly actions: readonly string[];
  readonly go: Go;
}

/** One check, explained; its id is its address. */
export function CheckEntry({ check, outcome, actions, go }: CheckEntryProps) {
  const { id, title, severity, isManual, set, scope, reads } = check;
  return (
    <article
      id={id}
      aria-labelledby={`${id}-title`}
      className="scroll-mt-4 border-b border-line px-4 py-4 last:border-b-0"
    >
      <p className="flex flex-wrap items-center gap-x-3 text-sm">
        <span className="font-mono text-muted">{id}</span>
        {isManual ? <span className="text-muted">By a person</span> : <SeverityMark severity={severity} />}
        <span className="text-muted">{set === "course" ? "Course" : "Extended"}</span>
        {outcome !== undefined && (
          <>
            <span className="text-muted">{outcome}</span>
            <AppLink to={go("/findings", { check: id })}>Findings and their export</AppLink>
          </>
        )}
      </p>
      <h3 id={`${id}-title`} className="mt-0.5 text-lg font-semibold">
        {title}
      </h3>
      <div className="mt-3 grid gap-x-8 gap-y-4 rail:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <CheckWordsPart check={check} />
        <div className="content-start">
          <Facts
            facts={[
              { name: "Judged", value: `once for ${scopeWords[scope]}` },
              { name: "Facts read", value: reads.map(factWords).join(", ") },
              ...(actions.length === 0
                ? []
                : [{ name: "IAM actions", value: <Actions actions={actions} /> }]),
            ]}
          />
        </div>
      </div>
    </article>
  );
}

function Actions({ actions }: { readonly actions: readonly string[] }) {
  return (
    <ul>
      {actions.map((action) => (
        <li key={action}>
          <code>{action}</code>
        </li>
      ))}
    </ul>
  );
}

/** `vpcEndpoints` → `VPC endpoints`: the parts of a snapshot, as people call them. */
function factWords(part: string): string {
  return partWords[part] ?? part;
}

const partWords: Readonly<Record<string, string>> = {
  organization: "the organization",
  organizationAccountIds: "the organization's accounts",
  iam: "IAM users, roles and policies",
  streams: "streams",
  aliases: "key aliases",
  keys: "keys",
  vpcEndpoints: "VPC endpoints",
  securityGroups: "security groups",
  subnets: "subnets",
  vpcs: "VPCs",
  routeTables: "route tables",
  prefixLists: "prefix lists",
  hostedZones: "private hosted zones",
};
