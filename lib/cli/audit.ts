import { randomUUID } from "node:crypto";
import { toolVersion } from "@/lib/config/tool-version";
import type { Report } from "@/lib/model/report";
import type { SnapshotSource } from "@/lib/model/snapshot";
import { severities } from "@/lib/model/verdict";
import { collectSnapshot } from "@/lib/scan/collect-snapshot";
import { parseEndpoint, sourceOfEnvironment } from "@/lib/scan/source-of-environment";
import { toRequest, type AuditOptions } from "@/lib/cli/audit-options";
import { CliError } from "@/lib/cli/cli-error";
import { exitCodeOf } from "@/lib/cli/exit-code";
import { judge } from "@/lib/cli/judge";
import { output } from "@/lib/cli/output";
import { requireSigningKey } from "@/lib/cli/signing-key";
import { preflightLines } from "@/lib/cli/preflight-lines";
import { Progress } from "@/lib/cli/progress";
import { readWaivers } from "@/lib/cli/waivers";
import { requireWritable, writeWhole } from "@/lib/cli/write-out";

/** Scans, reports, and answers the exit code. The store is not touched, so a dashboard may run beside it. */
export async function audit(options: AuditOptions, signal: AbortSignal): Promise<number> {
  await checkFiles(options);
  const decisions = await readWaivers(options.waivers);
  const progress = new Progress(process.stderr);
  const opened = await openSource(options);
  try {
    progress.line(sourceLine(opened.source));
    const request = toRequest(options, opened.source);
    for (const line of await preflightLines(request, signal)) progress.line(line);
    const snapshot = await collectSnapshot({
      request,
      scanId: randomUUID(),
      toolVersion,
      signal,
      tell: progress.tell,
    });
    progress.end();
    const report = judge(snapshot, options.set, decisions);
    if (options.saveSnapshot !== undefined)
      await writeWhole("--save-snapshot", options.saveSnapshot, `${JSON.stringify(snapshot)}\n`, 0o600);
    await output(report, options);
    progress.line(summary(report));
    return exitCodeOf(report, options);
  } finally {
    progress.end();
    await opened.close();
  }
}

async function checkFiles({ out, saveSnapshot, signKey, ...roles }: AuditOptions): Promise<void> {
  if (roles.externalId !== undefined && roles.roleArn === undefined)
    throw new CliError("--external-id is for a role: name it with --role-arn.");
  if (roles.organizationExternalId !== undefined && roles.organizationRoleArn === undefined)
    throw new CliError("--organization-external-id is for a role: name it with --organization-role-arn.");
  if (
    roles.accountExternalId !== undefined &&
    roles.accountRoleArn === undefined &&
    roles.accountRoleName === undefined
  )
    throw new CliError(
      "--account-external-id is for roles: name them with --account-role-arn or --account-role-name.",
    );
  if (out !== undefined && out === saveSnapshot)
    throw new CliError("--out and --save-snapshot name the same file.");
  await requireSigningKey({ out, signKey });
  if (out !== undefined) await requireWritable("--out", out);
  if (saveSnapshot !== undefined) await requireWritable("--save-snapshot", saveSnapshot);
}

async function openSource({ demo, endpoint }: AuditOptions): Promise<{
  source: SnapshotSource;
  close: () => Promise<void>;
}> {
  if (demo) {
    const { startDemoAccount } = await import("@/lib/demo/start-demo-account");
    const { url, close } = await startDemoAccount();
    return { source: { kind: "demo", endpoint: url }, close };
  }
  const source =
    endpoint === undefined
      ? sourceOfEnvironment(process.env)
      : ({ kind: "endpoint", endpoint: parseEndpoint(endpoint, "--endpoint") } as const);
  return { source, close: () => Promise.resolve() };
}

function sourceLine({ kind, endpoint }: SnapshotSource): string {
  if (kind === "demo") return "Demo: a built-in sample account, not yours";
  return endpoint === undefined ? "Scanning AWS" : `Scanning ${endpoint}, which is not AWS`;
}

function summary({ totals, scan }: Report): string {
  const counts = severities.map((severity) => `${totals.bySeverity[severity]} ${severity}`).join(", ");
  return `${totals.streams} streams; failed: ${counts}; facts not known: ${scan.coverage.unknown}`;
}
