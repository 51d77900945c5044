import type { PageQuery } from "@/app/page-input";
import { streamPath, type Go } from "@/components/links";
import { RoleForm } from "@/components/roles/role-form";
import { RolePanel } from "@/components/roles/role-panel";
import { AttackerText } from "@/components/ui/attacker-text";
import { CopyBlock } from "@/components/ui/copy-block";
import { Panel } from "@/components/ui/panel";
import { QueryProblems } from "@/components/ui/query-problems";
import type { Report, ReportStream } from "@/lib/model/report";
import { loadFourRoles, type FourRolesView } from "@/lib/server/four-roles";
import { parseRoleWish } from "@/lib/server/role-options";

interface RolesTabProps {
  readonly report: Report;
  readonly stream: ReportStream;
  readonly query: PageQuery;
  readonly go: Go;
}

/** The four policies of the course for this stream, each proven before it is shown. */
export async function RolesTab({ report, stream, query, go }: RolesTabProps) {
  const { wish, problems } = parseRoleWish(query);
  const view = await loadFourRoles(report, stream, wish);
  return (
    <div className="grid gap-4">
      <Panel title="Four roles, a policy each">
        <p className="mb-4 max-w-[80ch] text-muted">
          The course asks for four separate policies: administrators, resharding, producers and consumers.
          These are written for this stream from what the scan read, and held by the same engine that judges
          the account. Nothing is changed in AWS.
        </p>
        <RoleForm
          target={go(streamPath(stream), { tab: "roles" })}
          chosen={wish.options}
          others={wish.others}
        />
      </Panel>
      <QueryProblems problems={problems} />
      {view.missing.length > 0 && (
        <p role="alert" className="text-critical">
          The scan saw no stream in {stream.region} that is called{" "}
          <AttackerText>{view.missing.join(", ")}</AttackerText>.
        </p>
      )}
      <div className="grid items-start gap-4 wide:grid-cols-2">
        {view.policies.map((policy) => (
          <RolePanel key={policy.role} view={policy} streams={view.streams} />
        ))}
      </div>
      <Beside view={view} />
    </div>
  );
}

function Beside({ view }: { readonly view: FourRolesView }) {
  return (
    <>
      {view.keyStatements.map(({ keyArn, text }) => (
        <Panel key={keyArn} title="To add to the key's policy">
          <p className="mb-2 text-sm text-muted">
            Lets the account&rsquo;s own policies decide about <AttackerText mono>{keyArn}</AttackerText>, for
            the records of these streams alone.
          </p>
          <CopyBlock text={text} label="Statements for the key" />
        </Panel>
      ))}
      <Panel title="Policy of a VPC endpoint">
        <p className="mb-2 text-sm text-muted">
          Opens an interface endpoint of Kinesis to the records of these streams, for principals of this
          account. Other streams that are used through the endpoint have to be added.
        </p>
        <CopyBlock text={view.endpointPolicy} label="Policy of the VPC endpoint" />
      </Panel>
      <Panel title="Terraform">
        <CopyBlock text={view.terraform} label="Terraform" />
      </Panel>
      <Panel title="CloudFormation">
        <CopyBlock text={view.cloudFormation} label="CloudFormation" />
      </Panel>
    </>
  );
}
