import type { CheckArea } from "@/lib/model/check";
import type { DecisionState } from "@/lib/model/decision";
import type { JournalAction } from "@/lib/model/journal";
import type { GapReason } from "@/lib/model/observed";
import type { CallAccess, EmulatorKind } from "@/lib/model/preflight";
import type { Environment } from "@/lib/model/report";
import type { ScanStatus } from "@/lib/model/scan";
import type { Scope, Severity, VerdictStatus } from "@/lib/model/verdict";

/** The sections of the course, as the pages call them. */
export const areaWords: Readonly<Record<CheckArea, string>> = {
  LP: "Least privilege",
  SOD: "Four separate roles",
  CRED: "Temporary credentials",
  TLS: "In flight",
  REST: "At rest",
  NET: "Network",
  SHR: "Sharing",
  OPS: "Watching over it",
};

export const statusWords: Readonly<Record<VerdictStatus, string>> = {
  pass: "Pass",
  fail: "Fail",
  unknown: "Unknown",
  "not-applicable": "Not applicable",
  manual: "Manual",
  waived: "Waived",
};

/** Whether what somebody decided holds. */
export const decisionStateWords: Readonly<Record<DecisionState, string>> = {
  "in-force": "In force",
  expired: "Expired",
  changed: "Reopened",
  unmatched: "Matches nothing",
};

export const journalWords: Readonly<Record<JournalAction, string>> = {
  "waiver-given": "Accepted",
  "waiver-withdrawn": "Waiver withdrawn",
  "attestation-given": "Confirmed",
  "attestation-withdrawn": "Confirmation withdrawn",
  "settings-changed": "Settings",
  "scan-removed": "Scan removed",
  "scan-pinned": "Scan kept or let go",
  "retention-changed": "Keeping of scans",
};

export const severityWords: Readonly<Record<Severity, string>> = {
  critical: "Critical",
  high: "High",
  medium: "Medium",
  low: "Low",
};

export const scanStatusWords: Readonly<Record<ScanStatus, string>> = {
  running: "Running",
  finished: "Finished",
  failed: "Failed",
  cancelled: "Cancelled",
  interrupted: "Interrupted",
};

export const environmentWords: Readonly<Record<Environment["name"], string>> = {
  production: "Production",
  "non-production": "Non-production",
  "not-stated": "Not stated",
  unknown: "Unknown",
};

/** What a check is judged on, after "judged once ". */
export const scopeWords: Readonly<Record<Scope, string>> = {
  stream: "a stream",
  key: "a key",
  endpoint: "a VPC endpoint",
  region: "a Region",
  account: "an account",
};

/** Why a fact is missing: what came back. */
export const gapReasonWords: Readonly<Record<GapReason, string>> = {
  "access-denied": "access denied",
  throttled: "throttled",
  "timed-out": "timed out",
  unreachable: "could not be reached",
  "expired-credentials": "credentials expired",
  "not-implemented": "not offered by this endpoint",
  "region-disabled": "Region is not enabled",
  empty: "empty answer",
  malformed: "answer could not be understood",
  "not-collected": "not asked",
  unexpected: "unexpected answer",
};

/** What came of trying a call once. */
export const accessWords: Readonly<Record<CallAccess["access"], string>> = {
  allowed: "Allowed",
  denied: "Denied",
  "not-implemented": "Not implemented",
  failed: "Failed",
  "not-tried": "Not tried",
};

export const emulatorWords: Readonly<Record<EmulatorKind, string>> = {
  localstack: "LocalStack",
  moto: "moto",
  "kinesis-local": "kinesis-local",
};
