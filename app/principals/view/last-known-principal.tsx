import { requestTime } from "@/app/request-time";
import type { Go } from "@/components/links";
import { PrincipalFacts } from "@/components/principals/principal-facts";
import { UnreadNote } from "@/components/status/last-known";
import { AppLink } from "@/components/ui/app-link";
import { AttackerText } from "@/components/ui/attacker-text";
import { PageHead } from "@/components/ui/page-head";
import { Panel } from "@/components/ui/panel";
import { formatUtc } from "@/lib/format/utc-time";
import type { Earlier } from "@/lib/model/earlier";
import type { EarlierPrincipal } from "@/lib/server/earlier-policy";
import { policyReader } from "@/lib/server/principals";

interface LastKnownPrincipalProps {
  readonly earlier: Earlier<EarlierPrincipal>;
  readonly go: Go;
}

/** What the scan before read of a principal; not what it could do by that. */
export function LastKnownPrincipal({ earlier: { scan, value }, go }: LastKnownPrincipalProps) {
  return (
    <div className="grid gap-4">
      <PageHead
        title={<AttackerText>{value.principal.name}</AttackerText>}
        lead={
          <>
            <AppLink to={go("/principals")}>Principals</AppLink>, {value.principal.kind}
          </>
        }
      />
      <UnreadNote scan={scan}>
        The users, groups and roles of this account could not be read in the newest scan.
      </UnreadNote>
      <Panel title={`What it is, as of ${formatUtc(scan.finishedAt)}`}>
        <PrincipalFacts
          arn={value.principal.arn}
          principal={value.principal}
          standing={undefined}
          policyOf={policyReader(value.report)}
          now={requestTime()}
          go={go}
        />
      </Panel>
    </div>
  );
}
