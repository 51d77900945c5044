import type { Metadata } from "next";
import { cookies } from "next/headers";
import { linksFor } from "@/components/links";
import { parseTheme, themeCookie } from "@/components/frame/theme";
import { ThemeToggle } from "@/components/frame/theme-toggle";
import { SourceWords } from "@/components/scan/scan-table";
import { RetentionForm } from "@/components/settings/retention-form";
import { SettingsForm } from "@/components/settings/settings-form";
import { AppLink } from "@/components/ui/app-link";
import { PageHead } from "@/components/ui/page-head";
import { Panel } from "@/components/ui/panel";
import { loadRetention } from "@/lib/server/retention";
import { loadSettings } from "@/lib/server/settings";
import { loadSource } from "@/lib/server/source";

export const metadata: Metadata = { title: "Settings" };

export default async function SettingsPage() {
  const [settings, retention, source, jar] = await Promise.all([
    loadSettings(),
    loadRetention(),
    loadSource(),
    cookies(),
  ]);

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
      <Panel title="Old scans">
        <RetentionForm days={retention.days} />
      </Panel>
      <Panel title="What findings are judged by">
        <p className="mb-4 max-w-[80ch] text-muted">
          A change judges the newest scan again at once, from what it read; AWS is not asked. Older scans keep
          the settings that they were judged by, and every report says which.
        </p>
        <SettingsForm settings={settings} />
      </Panel>
    </div>
  );
}
