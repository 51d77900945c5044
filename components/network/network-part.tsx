import { titleOf, type CheckInfo } from "@/components/check-info";
import type { Go } from "@/components/links";
import { EndpointCard } from "@/components/network/endpoint-card";
import { NotRead } from "@/components/status/observed-value";
import { StatusMark } from "@/components/status/status-mark";
import { AppLink } from "@/components/ui/app-link";
import { AttackerText } from "@/components/ui/attacker-text";
import { EmptyState } from "@/components/ui/empty-state";
import { areaOf } from "@/lib/model/check";
import type { Report, ReportNetwork } from "@/lib/model/report";

interface NetworkPartProps {
  readonly network: ReportNetwork;
  readonly accountVerdicts: Report["accountVerdicts"];
  readonly checks: readonly CheckInfo[];
  readonly go: Go;
}

/** The Kinesis endpoints of a Region, and what the checks say of the Region as a whole. */
export function NetworkPart({ network, accountVerdicts, checks, go }: NetworkPartProps) {
  const { vpcEndpoints, accountId, region } = network;
  const here = accountVerdicts.filter(
    ({ checkId, subject }) =>
      (areaOf(checkId) === "NET" || areaOf(checkId) === "TLS") &&
      subject.accountId === accountId &&
      (subject.region === region || subject.scope === "account"),
  );
  const regional = here.filter(({ subject }) => subject.scope !== "endpoint");
  return (
    <div className="grid gap-4">
      {regional.length > 0 && (
        <ul className="grid gap-2">
          {regional.map((verdict) => (
            <li key={verdict.checkId} className="grid gap-x-4 rail:grid-cols-[148px_minmax(0,1fr)]">
              <StatusMark status={verdict.status} severity={verdict.severity} />
              <div className="min-w-0">
                <AppLink
                  to={go("/findings", { check: verdict.checkId })}
                  className="font-medium hover:text-accent hover:underline"
                >
                  {titleOf(checks, verdict.checkId)}
                </AppLink>
                <p className="text-sm text-muted">
                  <AttackerText>{verdict.evidence}</AttackerText>
                </p>
              </div>
            </li>
          ))}
        </ul>
      )}
      <UncoveredVpcs network={network} />
      {!vpcEndpoints.known && <NotRead gap={vpcEndpoints.gap} />}
      {vpcEndpoints.known && vpcEndpoints.value.length === 0 && (
        <div className="rounded-md border border-line bg-surface">
          <EmptyState title={`No Kinesis endpoint in ${region}`}>
            Requests from VPCs of this Region leave by an internet or NAT gateway, or by an endpoint of
            another VPC.
          </EmptyState>
        </div>
      )}
      {vpcEndpoints.known &&
        vpcEndpoints.value.map((endpoint) => (
          <EndpointCard
            key={endpoint.id}
            endpoint={endpoint}
            network={network}
            verdicts={here.filter(({ subject }) => subject.id === endpoint.id)}
            checks={checks}
            go={go}
          />
        ))}
    </div>
  );
}

/** What is missing: the VPCs from which no Kinesis endpoint can be reached. */
function UncoveredVpcs({ network: { vpcs, vpcEndpoints } }: { readonly network: ReportNetwork }) {
  if (!vpcs.known) return <NotRead gap={vpcs.gap} />;
  if (!vpcEndpoints.known || vpcEndpoints.value.length === 0) return null;
  const covered = new Set(vpcEndpoints.value.map(({ vpcId }) => vpcId));
  const uncovered = vpcs.value.filter(({ id }) => !covered.has(id));
  if (uncovered.length === 0) return null;
  return (
    <p className="text-sm">
      <span className="text-muted">Without a Kinesis endpoint:</span>{" "}
      {uncovered.map(({ id, name, isDefault }, index) => (
        <span key={id}>
          {index > 0 && ", "}
          <code>{id}</code> {name !== undefined && <AttackerText>{name}</AttackerText>}
          {isDefault && <span className="text-muted"> (default VPC)</span>}
        </span>
      ))}
    </p>
  );
}
