import "server-only";
import { AwsCaller } from "@/lib/aws/aws-caller";
import { type Clients, createClients } from "@/lib/aws/clients";
import { loadCredentials, loadReaderCredentials } from "@/lib/aws/credentials";
import { chooseHomeRegion, type RegionChoice } from "@/lib/aws/home-region";
import { Hosts } from "@/lib/aws/hosts";
import { defaultTimeouts, HttpHandler, type Timeouts } from "@/lib/aws/http-handler";
import { ScanFailureError } from "@/lib/aws/scan-failure-error";
import { credentialsFailure } from "@/lib/aws/to-scan-failure";
import type { ScanEventBody, ScanRequest } from "@/lib/model/scan";
import type { SnapshotSource } from "@/lib/model/snapshot";

/** How patient a scan is, in milliseconds. */
export interface Patience extends Timeouts {
  /** Wait before the first repetition of a call; it doubles each time. */
  readonly backoffMs: number;
}

const defaultPatience: Patience = { ...defaultTimeouts, backoffMs: 500 };

export interface SessionOptions {
  readonly request: ScanRequest;
  readonly toolVersion: string;
  readonly signal: AbortSignal;
  readonly tell: (event: ScanEventBody) => void;
  readonly now: () => Date;
  readonly patience?: Patience | undefined;
}

/** Everything that a scan asks AWS with. */
export interface Session {
  readonly aws: AwsCaller;
  readonly regions: RegionChoice;
  readonly clientsFor: (region: string) => Clients;
  /** Of the identity that reads the organization: the second role's, else the scan's own. */
  readonly readerFor: (region: string) => Clients;
  /** Where requests went: `endpoint` as soon as one went to a host that is not AWS's. */
  readonly source: () => SnapshotSource;
  readonly close: () => void;
}

/** @throws {ScanFailureError} when there are no credentials that could be used. */
export async function openSession(options: SessionOptions): Promise<Session> {
  const { request, toolVersion, signal, tell, now, patience = defaultPatience } = options;
  const asked = withoutPassword(request.source);
  const hosts = new Hosts();
  const requestHandler = new HttpHandler(patience, hosts);
  const regions = await chooseHomeRegion(request);
  const { homeRegion } = regions;
  const credentials = loadCredentials(request, { homeRegion, requestHandler });
  const readerCredentials = loadReaderCredentials(request, { homeRegion, requestHandler });
  const source = () => sourceOf(asked, hosts);

  try {
    await credentials();
  } catch (error) {
    requestHandler.destroy();
    throw credentialsFailure(error, request);
  }
  const aws = new AwsCaller({
    homeRegion,
    // The quotas of an emulator or of the demo account are nobody's production.
    quotaShare: asked.kind === "aws" ? request.quotaShare : undefined,
    customEndpoint: () => source().kind !== "aws",
    signal,
    tell,
    now,
    backoffMs: patience.backoffMs,
  });
  const settings = { source: request.source, requestHandler, toolVersion };
  const clientsFor = (region: string) => createClients(region, { ...settings, credentials });
  return {
    aws,
    regions,
    clientsFor,
    readerFor: (region) =>
      createClients(region, { ...settings, credentials: readerCredentials ?? credentials }),
    source,
    close: () => requestHandler.destroy(),
  };
}

function sourceOf(asked: SnapshotSource, { customOrigin }: Hosts): SnapshotSource {
  if (asked.kind !== "aws" || customOrigin === undefined) return asked;
  return { kind: "endpoint", endpoint: customOrigin };
}

function withoutPassword(source: SnapshotSource): SnapshotSource {
  if (source.endpoint === undefined) return source;
  const url = URL.canParse(source.endpoint) ? new URL(source.endpoint) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new ScanFailureError({
      code: "not-aws",
      message: "The endpoint is not an http or https address.",
      advice: "Write it like http://127.0.0.1:4566.",
    });
  }
  url.username = "";
  url.password = "";
  return { kind: source.kind, endpoint: url.href.replace(/\/$/, "") };
}
