import "server-only";
import { AwsCaller } from "@/lib/aws/aws-caller";
import { type Clients, createClients } from "@/lib/aws/clients";
import { calls } from "@/lib/aws/calls";
import {
  loadCredentials,
  loadReaderCredentials,
  loadRoleCredentials,
  type Place,
  type Role,
} from "@/lib/aws/credentials";
import { chooseHomeRegion, type RegionChoice } from "@/lib/aws/home-region";
import { Hosts } from "@/lib/aws/hosts";
import { defaultTimeouts, HttpHandler, type Timeouts } from "@/lib/aws/http-handler";
import type { AwsCredentials } from "@/lib/aws/share-credentials";
import type { ReadJournal } from "@/lib/aws/read-journal";
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
  readonly journal?: ReadJournal | undefined;
}

/** Everything that a scan asks AWS with, as one identity. */
export interface Session {
  readonly aws: AwsCaller;
  readonly regions: RegionChoice;
  readonly clientsFor: (region: string) => Clients;
  /** Who reads the organization: the second role, else the identity that the user gave. */
  readonly reader: Pick<Session, "aws" | "clientsFor">;
  /** Where requests went: `endpoint` as soon as one went to a host that is not AWS's. */
  readonly source: () => SnapshotSource;
  /**
   * The same as a role that this identity assumes, with quotas of its own. It ends with this session.
   *
   * @throws {CollectionError} when the role cannot be assumed.
   */
  readonly assume: (role: Role, tell: SessionOptions["tell"]) => Promise<Session>;
  readonly close: () => void;
}

/** @throws {ScanFailureError} when there are no credentials that could be used. */
export async function openSession(options: SessionOptions): Promise<Session> {
  const { request, tell, patience = defaultPatience } = options;
  const asked = withoutPassword(request.source);
  const hosts = new Hosts();
  const requestHandler = new HttpHandler(patience, hosts);
  const regions = await chooseHomeRegion(request);
  const place = { source: request.source, homeRegion: regions.homeRegion, requestHandler };
  const credentials = loadCredentials(request, place);

  try {
    await credentials();
  } catch (error) {
    requestHandler.destroy();
    throw credentialsFailure(error, request);
  }
  const source = () => sourceOf(asked, hosts);
  const sessionAs = sessions({ options: { ...options, patience }, asked, regions, place, source });
  const readerCredentials = loadReaderCredentials(request, place) ?? credentials;
  return sessionAs(credentials, { tell, readerCredentials, as: "" });
}

interface Shared {
  readonly options: SessionOptions & { readonly patience: Patience };
  readonly asked: SnapshotSource;
  readonly regions: RegionChoice;
  readonly place: Place;
  readonly source: () => SnapshotSource;
}

interface Speaker {
  /** ARN of the role that was assumed; empty for the user's own identity. */
  readonly as: string;
  readonly tell: SessionOptions["tell"];
  readonly readerCredentials?: AwsCredentials;
  /** Somebody else's, where it is not this identity that reads the organization. */
  readonly reader?: Session["reader"];
}

/** Sessions that share sockets, patience and what they point at. */
function sessions({ options, asked, regions, place, source }: Shared) {
  const { request, toolVersion, signal, now, patience } = options;
  const { homeRegion, requestHandler } = place;
  const clientsAs = (credentials: AwsCredentials) => (region: string) =>
    createClients(region, { source: request.source, requestHandler, toolVersion, credentials });

  const sessionAs = (credentials: AwsCredentials, speaker: Speaker): Session => {
    const { tell, readerCredentials = credentials } = speaker;
    const aws = new AwsCaller({
      homeRegion,
      // The quotas of an emulator or of the demo account are nobody's production.
      quotaShare: asked.kind === "aws" ? request.quotaShare : undefined,
      customEndpoint: () => source().kind !== "aws",
      signal,
      tell,
      now,
      backoffMs: patience.backoffMs,
      journal: options.journal && journalOf(options.journal, speaker.as),
    });
    const { reader = { aws, clientsFor: clientsAs(readerCredentials) } } = speaker;
    return {
      aws,
      regions,
      clientsFor: clientsAs(credentials),
      reader,
      source,
      assume: async (role, tellOfRole) => {
        const assumed = loadRoleCredentials(role, credentials, place);
        try {
          await assumed();
        } catch (error) {
          throw aws.failed(calls.assumeRole, error, { region: homeRegion, resource: role.roleArn });
        }
        return sessionAs(assumed, { tell: tellOfRole, reader, as: role.roleArn });
      },
      close: () => requestHandler.destroy(),
    };
  };
  return sessionAs;
}

/** Each identity sees an account of its own. */
function journalOf(journal: ReadJournal, as: string): ReadJournal {
  return {
    recall: (name) => journal.recall(`${as} ${name}`),
    keep: (name, fact) => journal.keep(`${as} ${name}`, fact),
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
