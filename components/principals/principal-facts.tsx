import type { Go } from "@/components/links";
import { policyTitle } from "@/components/policy/policy-name";
import { standingWords } from "@/components/principals/standing-words";
import { AppLink } from "@/components/ui/app-link";
import { AttackerText } from "@/components/ui/attacker-text";
import { CopyArn } from "@/components/ui/copy-arn";
import { Facts, type Fact } from "@/components/ui/facts";
import { TimeAgo } from "@/components/ui/time-ago";
import type { PrincipalReach } from "@/lib/model/principal-reach";
import type { ReportPolicy, ReportPrincipal } from "@/lib/model/report";

interface PrincipalFactsProps {
  readonly arn: string;
  /** Absent: of another account, so that nothing of its own could be read. */
  readonly principal: ReportPrincipal | undefined;
  readonly standing: PrincipalReach["standing"] | undefined;
  readonly policyOf: (id: string) => ReportPolicy | undefined;
  readonly now: Date;
  readonly go: Go;
}

/** What a principal is, and which documents are in force for it. */
export function PrincipalFacts(props: PrincipalFactsProps) {
  const { arn, principal, standing } = props;
  const words = standing && standingWords[standing];
  const facts: Fact[] = [
    { name: "ARN", value: <CopyArn text={arn} lengthMax={72} /> },
    ...(words === undefined ? [] : [{ name: "Standing", value: words }]),
    ...(principal ? ownFacts(props, principal) : []),
  ];
  return (
    <>
      <Facts facts={facts} />
      {!principal && (
        <p className="mt-3 text-sm text-muted">
          Policies of this account name it. What its own account allows it could not be read, and decides,
          too.
        </p>
      )}
    </>
  );
}

function ownFacts({ policyOf, now, go }: PrincipalFactsProps, principal: ReportPrincipal): Fact[] {
  const { createdAt, lastUsedAt, groupNames, policyIds, boundaryId, kind } = principal;
  return [
    ...(createdAt === undefined ? [] : [{ name: "Created", value: <TimeAgo at={createdAt} now={now} /> }]),
    ...(kind === "role"
      ? [
          {
            name: "Last used",
            value: lastUsedAt === undefined ? "Not that IAM knows" : <TimeAgo at={lastUsedAt} now={now} />,
          },
        ]
      : []),
    ...(groupNames.length === 0
      ? []
      : [{ name: "Groups", value: <AttackerText>{groupNames.join(", ")}</AttackerText> }]),
    {
      name: "Policies",
      value: policyIds.length === 0 ? "None" : <PolicyLinks ids={policyIds} policyOf={policyOf} go={go} />,
    },
    {
      name: "Boundary",
      value:
        boundaryId === undefined ? "None" : <PolicyLinks ids={[boundaryId]} policyOf={policyOf} go={go} />,
    },
  ];
}

interface PolicyLinksProps extends Pick<PrincipalFactsProps, "policyOf" | "go"> {
  readonly ids: readonly string[];
}

function PolicyLinks({ ids, policyOf, go }: PolicyLinksProps) {
  return (
    <ul className="grid gap-0.5">
      {ids.map((id) => {
        const policy = policyOf(id);
        return (
          <li key={id}>
            {policy ? (
              <AppLink to={go("/policies/view", { id })}>
                <AttackerText>{policyTitle(policy)}</AttackerText>
              </AppLink>
            ) : (
              <span className="text-unknown">
                <AttackerText mono>{id}</AttackerText> was not read
              </span>
            )}
            {policy?.problem !== undefined && <span className="text-unknown">, which could not be read</span>}
          </li>
        );
      })}
    </ul>
  );
}
