import type { Metadata } from "next";
import { cookies } from "next/headers";
import { linksFor } from "@/components/links";
import { parseTheme, themeCookie } from "@/components/frame/theme";
import { ThemeToggle } from "@/components/frame/theme-toggle";
import { SourceWords } from "@/components/scan/scan-table";
import { AppLink } from "@/components/ui/app-link";
import { Facts } from "@/components/ui/facts";
import { PageHead } from "@/components/ui/page-head";
import { Panel } from "@/components/ui/panel";
import { loadLatestReport } from "@/lib/server/reports";
import { loadSource } from "@/lib/server/source";

export const metadata: Metadata = { title: "Settings" };

export default async function SettingsPage() {
  const [report, source, jar] = await Promise.all([loadLatestReport(), loadSource(), cookies()]);
  const settings = report?.settings;

  return (
    <div className="grid gap-4">
      <PageHead title="Settings" />
      <Panel title="Look">
        <ThemeToggle chosen={parseTheme(jar.get(themeCookie)?.value)} />
      </Panel>
      <Panel title="Connection">
        <p>
          This process scans: <SourceWords source={source} />.
        </p>
        <p className="mt-1 max-w-[80ch] text-muted">
          Credentials and the endpoint come from the environment of the process; they cannot be changed from
          the browser. <code>AWS_ENDPOINT_URL</code> connects it to an emulator.{" "}
          <AppLink to={linksFor(undefined)("/connect")}>Choose a profile, a role or Regions</AppLink>
        </p>
      </Panel>
      {settings && (
        <Panel title="What the newest report was judged with">
          <Facts
            facts={[
              { name: "Environment", value: `the first tag of ${settings.environmentTagKeys.join(", ")}` },
              { name: "Production", value: settings.productionValues.join(", ") },
              { name: "Non-production", value: settings.nonProductionValues.join(", ") },
              {
                name: "Known accounts",
                value:
                  settings.knownAccountIds?.join(", ") ??
                  "this one, and the organization's where it can be read",
              },
              {
                name: "Required tags",
                value: settings.requiredTagKeys.join(", ") || "at least one of its own",
              },
            ]}
          />
        </Panel>
      )}
    </div>
  );
}
