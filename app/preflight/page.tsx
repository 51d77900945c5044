import type { Metadata } from "next";
import { readPage } from "@/app/page-input";
import { requestTime } from "@/app/request-time";
import { AccessResult } from "@/components/access/access-result";
import { CheckButton } from "@/components/scan/check-button";
import { ScanButton } from "@/components/scan/scan-button";
import { AppLink } from "@/components/ui/app-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { Panel } from "@/components/ui/panel";
import { TimeAgo } from "@/components/ui/time-ago";
import { loadAccessCheck } from "@/lib/server/access";
import { loadChecks } from "@/lib/server/checks";
import { loadConnection } from "@/lib/server/connection";
import { loadSource } from "@/lib/server/source";

export const metadata: Metadata = { title: "Access check" };

export default async function PreflightPage({ searchParams }: PageProps<"/preflight">) {
  const { go } = await readPage(searchParams);
  const [check, checks, source, remembered] = await Promise.all([
    loadAccessCheck(),
    loadChecks(),
    loadSource(),
    loadConnection(),
  ]);
  const demo = check?.source.kind === "demo" && source.kind !== "demo";
  const wish = { ...(check?.connection ?? remembered), ...(demo && { demo }) };

  return (
    <div className="grid gap-4">
      <PageHead
        title="Access check"
        lead={
          <>
            Each call that a scan makes, tried once in its smallest form. Nothing is written, no record is
            read.{" "}
            {check && (
              <>
                Checked <TimeAgo at={check.at} now={requestTime()} />.
              </>
            )}
          </>
        }
        actions={
          check && (
            <>
              {check.outcome.status === "checked" && (
                <ScanButton runningScanId={undefined} wish={wish} label="Scan with these choices" />
              )}
              <CheckButton wish={wish} label="Check again" />
              <AppLink to={go("/connect")}>Change the choices</AppLink>
            </>
          )
        }
      />
      {check ? (
        <AccessResult check={check} checks={checks} go={go} />
      ) : (
        <Panel title="Not checked yet">
          <EmptyState title="Nothing was checked since this server started">
            <p>
              A check says whose credentials this server uses, where it points, and which permissions are
              missing.
            </p>
            <div className="mt-4 flex flex-wrap items-center justify-center gap-3">
              <CheckButton wish={wish} />
              <AppLink to={go("/connect")}>Choose a profile or a role</AppLink>
            </div>
          </EmptyState>
        </Panel>
      )}
    </div>
  );
}
