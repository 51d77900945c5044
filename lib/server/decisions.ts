import "server-only";
import { randomUUID } from "node:crypto";
import type { AttestationInput, WaiverInput } from "@/lib/model/decision-input";
import { attestationDays, waiverDaysMax } from "@/lib/model/decision";
import type { Attestation, ReportDecisions, Waiver } from "@/lib/model/decision";
import type { Finding, Report } from "@/lib/model/report";
import { evidenceReader } from "@/lib/scan/report/decisions/waived-evidence";
import { sha256 } from "@/lib/scan/sha256";
import { daysFrom } from "@/lib/server/decision-days";
import { HttpError } from "@/lib/server/http-error";
import { journalEntry } from "@/lib/server/journal";
import { judgeNewest } from "@/lib/server/judge-newest";
import { loadLatestReport } from "@/lib/server/reports";
import { runtime } from "@/lib/server/runtime";
import { requireViewer } from "@/lib/server/viewer";

/**
 * Accepts findings of the newest report until a day, bound to what they say now, and judges the report again. Who
 * accepts a finding again replaces what was accepted before.
 *
 * @throws {HttpError} 400 for a day that is over or too far; 409 for a finding that does not fail
 */
export async function giveWaivers(input: WaiverInput): Promise<ReportDecisions> {
  const now = new Date();
  requireDay(input.expiresOn, now, waiverDaysMax);
  const report = await requireReport();
  const findings = findingsToAccept(report, input);
  const { store } = await runtime();
  const { waivers: known } = await store.decisions();
  const evidenceOf = evidenceReader(report.policies, sha256);
  const { owner, reason, expiresOn, streamArns } = input;
  const waivers = findings.map((finding): Waiver => {
    const same = known.find(
      (waiver) => waiver.findingId === finding.findingId && isSame(waiver.streamArns, streamArns),
    );
    return {
      id: same?.id ?? randomUUID(),
      accountId: finding.subjects[0]?.accountId ?? report.scan.accountId,
      findingId: finding.findingId,
      checkId: finding.checkId,
      reason,
      owner,
      createdAt: now.toISOString(),
      expiresOn,
      evidence: evidenceOf(finding),
      ...(streamArns && { streamArns }),
    };
  });
  const detail = `${findings.map(nameOf).join(" ")} ${owner}, until ${expiresOn}: ${reason}`;
  await store.saveWaivers(waivers, journalEntry("waiver-given", detail));
  return judgedAgain();
}

function findingsToAccept({ findings, streams }: Report, { findingIds, streamArns }: WaiverInput): Finding[] {
  const byId = new Map(findings.map((finding) => [finding.findingId, finding]));
  const arns = new Set(streams.map(({ arn }) => arn));
  const stranger = streamArns?.find((arn) => !arns.has(arn));
  if (stranger !== undefined)
    throw new HttpError("bad-request", `streamArns: there is no stream ${stranger}`);
  return [...new Set(findingIds)].map((id) => {
    const finding = byId.get(id);
    if (!finding) throw new HttpError("conflict", `The newest report has no finding ${id}.`);
    if (finding.status === "unknown")
      throw new HttpError("conflict", `${nameOf(finding)} What could not be read cannot be accepted.`);
    return finding;
  });
}

function nameOf({ checkId, cause }: Finding): string {
  return `${checkId}: ${cause.label}`;
}

function isSame(one: readonly string[] | undefined, other: readonly string[] | undefined): boolean {
  return JSON.stringify(one?.toSorted()) === JSON.stringify(other?.toSorted());
}

/**
 * Keeps somebody's word about streams, bound to what the newest report says of them.
 *
 * @throws {HttpError} 400 for a check that asks nobody, a stream that is not there, a day that is over or too far
 */
export async function giveAttestations(input: AttestationInput): Promise<ReportDecisions> {
  const now = new Date();
  const { checkId, streamArns, owner, statement, expiresOn } = input;
  const daysMax = attestationDays(checkId);
  if (daysMax === undefined)
    throw new HttpError("bad-request", `checkId: ${checkId} is not answered by somebody's word`);
  requireDay(expiresOn, now, daysMax);
  const { streams } = await requireReport();
  const { store } = await runtime();
  const { attestations: known } = await store.decisions();
  const attestations = [...new Set(streamArns)].map((streamArn): Attestation => {
    const verdicts = streams.find(({ arn }) => arn === streamArn)?.verdicts;
    const verdict = verdicts?.find((each) => each.checkId === checkId);
    if (!verdict?.boundTo) throw new HttpError("bad-request", `streamArns: there is no stream ${streamArn}`);
    const same = known.find((each) => each.checkId === checkId && each.streamArn === streamArn);
    return {
      id: same?.id ?? randomUUID(),
      checkId,
      streamArn,
      owner,
      statement,
      createdAt: now.toISOString(),
      expiresOn,
      boundTo: verdict.boundTo,
    };
  });
  const detail = `${checkId} of ${streamArns.join(", ")}. ${owner}, until ${expiresOn}: ${statement}`;
  await store.saveAttestations(attestations, journalEntry("attestation-given", detail));
  return judgedAgain();
}

/** Takes a waiver back; its finding counts again. */
export async function withdrawWaiver(id: string): Promise<ReportDecisions> {
  await requireViewer();
  const { store } = await runtime();
  const waiver = (await store.decisions()).waivers.find((each) => each.id === id);
  if (!waiver) throw new HttpError("not-found", "There is no such waiver.");
  const detail = `${waiver.checkId}: ${waiver.evidence.label} It was ${waiver.owner}'s, until ${waiver.expiresOn}.`;
  await store.removeDecisions("waiver", [id], journalEntry("waiver-withdrawn", detail));
  return judgedAgain();
}

export async function withdrawAttestation(id: string): Promise<ReportDecisions> {
  await requireViewer();
  const { store } = await runtime();
  const found = (await store.decisions()).attestations.find((each) => each.id === id);
  if (!found) throw new HttpError("not-found", "There is no such attestation.");
  const detail = `${found.checkId} of ${found.streamArn}. It was ${found.owner}'s, until ${found.expiresOn}.`;
  await store.removeDecisions("attestation", [id], journalEntry("attestation-withdrawn", detail));
  return judgedAgain();
}

async function judgedAgain(): Promise<ReportDecisions> {
  await judgeNewest(await runtime());
  return (await requireReport()).decisions;
}

async function requireReport(): Promise<Report> {
  const report = await loadLatestReport("full");
  if (!report) throw new HttpError("conflict", "No scan has finished yet.");
  return report;
}

function requireDay(expiresOn: string, now: Date, daysMax: number): void {
  const { today, lastDay } = daysFrom(now, daysMax);
  if (expiresOn < today) throw new HttpError("bad-request", `expiresOn: ${expiresOn} is over`);
  if (expiresOn > lastDay)
    throw new HttpError("bad-request", `expiresOn: ${expiresOn} is too far (at the latest ${lastDay})`);
}
