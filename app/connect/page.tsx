import type { Metadata } from "next";
import { readPage } from "@/app/page-input";
import { Remembered } from "@/components/scan/remembered";
import { ScanButton } from "@/components/scan/scan-button";
import { ScanForm } from "@/components/scan/scan-form";
import { SourceWords } from "@/components/scan/scan-table";
import { WaysIn } from "@/components/scan/ways-in";
import { AppLink } from "@/components/ui/app-link";
import { CopyBlock } from "@/components/ui/copy-block";
import { PageHead } from "@/components/ui/page-head";
import { Panel } from "@/components/ui/panel";
import { loadAccessCheck, loadScanPolicy } from "@/lib/server/access";
import { loadConnection, loadProfiles } from "@/lib/server/connection";
import { loadSource } from "@/lib/server/source";

export const metadata: Metadata = { title: "Connect" };

export default async function ConnectPage({ searchParams }: PageProps<"/connect">) {
  const { go } = await readPage(searchParams);
  const source = await loadSource();
  const demo = source.kind === "demo";
  const [remembered, check, profiles] = await Promise.all([
    loadConnection(),
    loadAccessCheck(),
    loadProfiles(),
  ]);
  // What was checked last is what somebody is about to change.
  const chosen = demo
    ? undefined
    : ((check?.source.kind === "demo" ? undefined : check?.connection) ?? remembered);

  return (
    <div className="grid gap-4">
      <PageHead
        title="Connect"
        lead={
          <>
            This server is connected to: <SourceWords source={source} />.{" "}
            {check && <AppLink to={go("/preflight")}>Show the last access check</AppLink>}
          </>
        }
      />
      <div className="grid items-start gap-4 wide:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="grid min-w-0 gap-4">
          <Panel title={demo ? "Scan the demo account" : "Check access, or scan"}>
            <ScanForm
              key={JSON.stringify(chosen)}
              demo={demo}
              chosen={chosen}
              profiles={demo ? [] : profiles}
            />
          </Panel>
          <WaysIn />
        </div>
        <div className="grid min-w-0 gap-4">
          {!demo && remembered && <Remembered connection={remembered} />}
          {demo ? <OwnAccount /> : <Demo />}
          <Permissions policy={JSON.stringify(await loadScanPolicy(), undefined, 2)} />
        </div>
      </div>
    </div>
  );
}

function OwnAccount() {
  return (
    <Panel title="Connect your own account">
      <p className="mb-3">
        This server was started for the demo, and looks at no credentials. Stop it, and start it with your
        own:
      </p>
      <CopyBlock
        text="AWS_PROFILE=security-audit npm start"
        label="Command to start with your own account"
        wrap
      />
    </Panel>
  );
}

function Demo() {
  return (
    <Panel title="Look at the demo">
      <p className="mb-3">A built-in sample account, without AWS and without your credentials.</p>
      <ScanButton runningScanId={undefined} wish={{ demo: true }} label="Scan the demo account" quiet />
    </Panel>
  );
}

function Permissions({ policy }: { readonly policy: string }) {
  return (
    <Panel title="The permissions that a scan needs">
      <p className="mb-3">
        Metadata only; reading and writing records is denied. What is missing costs only what it would have
        told.
      </p>
      <CopyBlock text={policy} label="Policy that a scan needs" />
    </Panel>
  );
}
