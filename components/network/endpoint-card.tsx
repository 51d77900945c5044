import type { CheckInfo } from "@/components/check-info";
import { titleOf } from "@/components/check-info";
import type { Go } from "@/components/links";
import { GroupRules } from "@/components/network/group-rules";
import { ObservedValue } from "@/components/status/observed-value";
import { StatusMark } from "@/components/status/status-mark";
import { AppLink } from "@/components/ui/app-link";
import { AttackerText } from "@/components/ui/attacker-text";
import { Facts } from "@/components/ui/facts";
import { Panel } from "@/components/ui/panel";
import type { VpcEndpoint } from "@/lib/model/network";
import { policyId } from "@/lib/model/policy-id";
import type { Report, ReportNetwork } from "@/lib/model/report";

type AccountVerdict = Report["accountVerdicts"][number];

interface EndpointCardProps {
  readonly endpoint: VpcEndpoint;
  readonly network: ReportNetwork;
  readonly verdicts: readonly AccountVerdict[];
  readonly checks: readonly CheckInfo[];
  readonly go: Go;
}

/** One VPC endpoint for Kinesis: where it is, who reaches it, what passes through it, and what the checks say. */
export function EndpointCard({ endpoint, network, verdicts, checks, go }: EndpointCardProps) {
  const vpc = network.vpcs.known ? network.vpcs.value.find(({ id }) => id === endpoint.vpcId) : undefined;
  return (
    <Panel title={endpoint.id} level={3} aside={endpoint.serviceName}>
      <div className="grid gap-5 rail:grid-cols-2">
        <Facts
          facts={[
            {
              name: "VPC",
              value: (
                <>
                  <code>{endpoint.vpcId}</code>{" "}
                  {vpc?.name !== undefined && <AttackerText>{vpc.name}</AttackerText>}
                </>
              ),
            },
            { name: "State", value: <ObservedValue of={endpoint.state}>{(state) => state}</ObservedValue> },
            {
              name: "Private DNS",
              value: (
                <ObservedValue of={endpoint.privateDnsEnabled}>{(on) => (on ? "On" : "Off")}</ObservedValue>
              ),
            },
            {
              name: "Subnets",
              value: (
                <ObservedValue of={endpoint.subnetIds}>
                  {(ids) => <Subnets ids={ids} network={network} />}
                </ObservedValue>
              ),
            },
            {
              name: "Security groups",
              value: (
                <ObservedValue of={endpoint.securityGroupIds}>
                  {(ids) => <Groups ids={ids} network={network} />}
                </ObservedValue>
              ),
            },
            {
              name: "Endpoint policy",
              value: (
                <ObservedValue of={endpoint.policy}>
                  {() => (
                    <AppLink to={go("/policies/view", { id: policyId.resource(endpoint.id) })}>
                      Show the document
                    </AppLink>
                  )}
                </ObservedValue>
              ),
            },
          ]}
        />
        <EndpointVerdicts verdicts={verdicts} checks={checks} go={go} />
      </div>
    </Panel>
  );
}

function EndpointVerdicts({ verdicts, checks, go }: Pick<EndpointCardProps, "verdicts" | "checks" | "go">) {
  return (
    <ul className="grid content-start gap-3">
      {verdicts.map((verdict) => (
        <li key={verdict.checkId}>
          <p className="flex items-center gap-3 text-sm">
            <StatusMark status={verdict.status} severity={verdict.severity} />
            <span className="font-mono text-muted">{verdict.checkId}</span>
          </p>
          <p>
            <AppLink
              to={go("/findings", { check: verdict.checkId })}
              className="font-medium hover:text-accent hover:underline"
            >
              {titleOf(checks, verdict.checkId)}
            </AppLink>
          </p>
          <p className="text-sm text-muted">
            <AttackerText>{verdict.evidence}</AttackerText>
          </p>
        </li>
      ))}
    </ul>
  );
}

function Subnets({ ids, network }: { readonly ids: readonly string[]; readonly network: ReportNetwork }) {
  const subnets = network.subnets.known ? network.subnets.value : [];
  return (
    <ul>
      {ids.map((id) => {
        const subnet = subnets.find((known) => known.id === id);
        return (
          <li key={id}>
            <code>{id}</code>{" "}
            <span className="text-muted">{subnet?.availabilityZone ?? "zone not read"}</span>
          </li>
        );
      })}
    </ul>
  );
}

function Groups({ ids, network }: { readonly ids: readonly string[]; readonly network: ReportNetwork }) {
  const groups = network.securityGroups.known ? network.securityGroups.value : [];
  return (
    <ul className="grid gap-2">
      {ids.map((id) => {
        const group = groups.find((known) => known.id === id);
        return <li key={id}>{group ? <GroupRules group={group} /> : <code>{id}, rules not read</code>}</li>;
      })}
    </ul>
  );
}
