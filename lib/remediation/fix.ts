import type { Finding } from "@/lib/model/report";
import type { AuditSettings } from "@/lib/model/settings";
import type { Snapshot } from "@/lib/model/snapshot";

/** A policy document before and after, as text. */
export interface ChangedDocument {
  readonly policyId: string;
  readonly before: string;
  readonly after: string;
}

/** What a fix brings along, and the check that may fail by it. */
export interface Announcement {
  readonly checkId?: string;
  /** A sentence. */
  readonly words: string;
}

/** How a finding is put right, with the real names filled in. Nothing of it is done by Weir. */
export interface Fix {
  /** In sentences. */
  readonly words: string;
  /** Commands of the AWS CLI, in their order. */
  readonly commands: readonly string[];
  /** What has to stand in the configuration that already has the resource; new resources whole. */
  readonly terraform: string;
  readonly cloudFormation: string;
  readonly documents: readonly ChangedDocument[];
  /** What it costs elsewhere. */
  readonly announces: readonly Announcement[];
  /** The account as it would be. */
  readonly apply: (snapshot: Snapshot) => Snapshot;
}

export interface FixInput {
  readonly finding: Finding;
  readonly snapshot: Snapshot;
  readonly settings: AuditSettings;
}

/** Undefined: it takes a decision that nobody can make by what was read. */
export type Fixer = (input: FixInput) => Fix | undefined;
