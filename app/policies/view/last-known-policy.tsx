import type { Go } from "@/components/links";
import { policyKindWords } from "@/components/policy/policy-name";
import { PolicyText } from "@/components/policy/policy-text";
import { PrincipalList } from "@/components/report/principal-list";
import { UnreadNote } from "@/components/status/last-known";
import { AppLink } from "@/components/ui/app-link";
import { AttackerText } from "@/components/ui/attacker-text";
import { CopyArn } from "@/components/ui/copy-arn";
import { PageHead } from "@/components/ui/page-head";
import { Panel } from "@/components/ui/panel";
import { resourceOfArn } from "@/lib/format/shorten-arn";
import { formatUtc } from "@/lib/format/utc-time";
import type { Earlier } from "@/lib/model/earlier";
import type { PolicyView } from "@/lib/server/policies";

interface LastKnownPolicyProps {
  readonly earlier: Earlier<PolicyView>;
  readonly go: Go;
}

/** A document as the scan before read it; nothing is said of what it does, because nobody knows that it still does. */
export function LastKnownPolicy({ earlier: { scan, value: view }, go }: LastKnownPolicyProps) {
  const { policy } = view;
  const name = policy.name === "" ? resourceOfArn(policy.id) : policy.name;
  return (
    <div className="grid gap-4">
      <PageHead
        title={<AttackerText>{name}</AttackerText>}
        lead={
          <>
            <AppLink to={go("/policies")}>Policies</AppLink>, {policyKindWords(policy)}
          </>
        }
      />
      <UnreadNote scan={scan}>This document could not be read in the newest scan.</UnreadNote>
      <div className="grid items-start gap-4 rail:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <Panel title={`Document, as of ${formatUtc(scan.finishedAt)}`} flush>
          <PolicyText document={view} name={name} />
        </Panel>
        <Panel title={`Attached to, as of ${formatUtc(scan.finishedAt)}`}>
          {policy.attachedTo.length === 0 ? (
            <p className="text-muted">Nothing: it was in force for nobody.</p>
          ) : (
            <PrincipalList principals={policy.attachedTo} go={go} />
          )}
          <p className="mt-3 text-sm">
            <CopyArn text={policy.id} />
          </p>
        </Panel>
      </div>
    </div>
  );
}
