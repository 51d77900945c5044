import { policyId as idOf } from "@/lib/model/policy-id";
import type { InlinePolicy } from "@/lib/model/iam-inventory";
import type { Finding } from "@/lib/model/report";
import type { Snapshot } from "@/lib/model/snapshot";
import {
  cloudFormation,
  documentCommand,
  documentResource,
  documentTerraform,
  type OwnDocument,
} from "@/lib/remediation/documents";
import type { Announcement, Fix, FixInput } from "@/lib/remediation/fix";
import { attachNew } from "@/lib/remediation/fixes/attach-new";
import { together } from "@/lib/remediation/fixes/together";
import { changeableIdentities, changeIdentities, type OwnIdentity } from "@/lib/remediation/own-identity";
import { policySizes, sizeOf } from "@/lib/remediation/policy-sizes";

/** What a Deny says; for one identity. */
export interface Refusal {
  readonly Action: readonly string[] | string;
  readonly Resource: readonly string[] | string;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, readonly string[] | string>>>>;
}

interface Refusing {
  readonly words: string;
  readonly announces?: readonly Announcement[];
  /** Begins the name of the policy: `no-reading`. */
  readonly about: string;
  readonly principals?: readonly string[];
  readonly refusals: (identity: OwnIdentity) => readonly Refusal[];
}

/**
 * An inline policy with a Deny for each principal of a finding: no Allow overrides it, wherever that stands. Undefined
 * where a principal cannot be changed from within the account, or has no room for it.
 */
export function refuseActions({ finding, snapshot }: FixInput, refusing: Refusing): Fix | undefined {
  const identities = changeableIdentities(snapshot, refusing.principals ?? finding.cause.principals ?? []);
  const written = identities?.map((each) => write(each, finding, refusing));
  if (!written?.every((each) => each !== undefined)) return undefined;
  return {
    words: refusing.words,
    ...together(written),
    announces: refusing.announces ?? [],
  };
}

type WrittenRefusal = Omit<Fix, "words" | "announces">;

/** As an inline policy, and as a managed one where the identity has no room for that. */
function write(own: OwnIdentity, finding: Finding, refusing: Refusing): WrittenRefusal | undefined {
  const statements = refusing.refusals(own).map((refusal) => Object.assign({ Effect: "Deny" }, refusal));
  if (statements.length === 0) return undefined;
  const text = JSON.stringify({ Version: "2012-10-17", Statement: statements });
  const name = `${refusing.about}-${finding.findingId.slice(0, 8)}`;
  const { owner, identity } = own;
  const others = identity.inlinePolicies.filter((policy) => policy.name !== name);
  const size = others.reduce((sum, { document }) => sum + sizeOf(document), sizeOf(text));
  return size > policySizes[owner]
    ? attachNew(own, [{ name: `${name}-${identity.name}`, text }])
    : asInline(own, name, text);
}

function asInline({ owner, identity }: OwnIdentity, name: string, text: string): WrittenRefusal | undefined {
  const before = identity.inlinePolicies.find((policy) => policy.name === name)?.document ?? "";
  // Where it is there already, it has not helped.
  if (before === text) return undefined;
  const place = { kind: "inline", owner, ownerName: identity.name, name } as const;
  const own: OwnDocument = { policyId: idOf.inline(identity.arn, name), text: before, place };
  return {
    commands: [documentCommand(own, text)],
    terraform: documentTerraform(own, text),
    cloudFormation: cloudFormation(documentResource(own, text)),
    documents: [{ policyId: own.policyId, before, after: JSON.stringify(JSON.parse(text), null, 2) }],
    apply: (given) => withInline(given, identity.arn, { name, document: text }),
  };
}

function withInline(snapshot: Snapshot, arn: string, policy: InlinePolicy): Snapshot {
  return changeIdentities(snapshot, new Set([arn]), (identity) => ({
    ...identity,
    inlinePolicies: [...identity.inlinePolicies.filter(({ name }) => name !== policy.name), policy],
  }));
}
