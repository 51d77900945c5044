import { indexedActions } from "@/lib/kinesis/access/duty-actions";
import type {
  FourRoles,
  PolicyDocument,
  RoleName,
  RoleOptions,
  RoleStream,
} from "@/lib/kinesis/four-roles/four-roles";
import {
  addKeyStatements,
  onlyWithRoles,
  roleArnIn,
  withoutOrganization,
} from "@/lib/kinesis/four-roles/imagined-account";
import { once } from "@/lib/kinesis/access/once";
import { buildAccountAccess } from "@/lib/kinesis/build-account-access";
import type { Duty } from "@/lib/model/duty";
import type { AccountSnapshot } from "@/lib/model/snapshot";
import type { HeldDuty, StreamAccess } from "@/lib/model/stream-access";

/** What a policy does in the account as it was read, held by a role of its own; nothing is changed in AWS. */
export interface RoleProof {
  readonly role: RoleName;
  /** The actions of its duty that it allows on its streams. */
  readonly allows: readonly string[];
  /** On what that hangs: condition keys, or in words what could not be read. */
  readonly conditions: readonly string[];
  /** How many other streams were looked at, on which it allows nothing. */
  readonly otherStreams: number;
  /** What the organization's policies deny whoever holds it, in sentences. */
  readonly limits: readonly string[];
  /** Why it is not what it should be, in sentences; none: it is proven. */
  readonly problems: readonly string[];
}

/** What a managed policy may be long, white space aside: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const managedPolicyMax = 6144;

/**
 * Holds each policy to what it is for, by the engine that judges accounts: its duty in full on its streams, no other
 * duty, and nothing on any other stream of the account.
 *
 * `withKeyStatements`: as if the statements for the keys had been added to their policies.
 */
export function proveFourRoles(
  account: AccountSnapshot,
  four: FourRoles,
  withKeyStatements: boolean,
): readonly RoleProof[] {
  const documents = four.policies.flatMap(({ role, document }) => (document ? [{ role, document }] : []));
  const imagined = onlyWithRoles(
    withKeyStatements ? addKeyStatements(account, four.keyStatements) : account,
    documents,
  );
  const { access } = buildAccountAccess(imagined);
  const unbound = once(() => buildAccountAccess(withoutOrganization(imagined)).access);
  return documents.map(({ role, document }) => prove({ role, document }, { access, unbound, four, account }));
}

interface Scene {
  readonly access: StreamAccess;
  /** As if the organization had no policies. */
  readonly unbound: () => StreamAccess;
  readonly four: FourRoles;
  readonly account: AccountSnapshot;
}

interface Held {
  readonly role: RoleName;
  readonly document: PolicyDocument;
}

function prove({ role, document }: Held, { access, unbound, four, account }: Scene): RoleProof {
  const arn = roleArnIn(account, role);
  const shortOf = (given: StreamAccess) =>
    four.streams.flatMap((stream) =>
      shortcomings(given, arn, { role, document, stream, options: four.options }),
    );
  const short = shortOf(access);
  const own = new Set(short.length === 0 ? [] : shortOf(unbound()));
  const cellsOn = (streamArn: string) => access.holdersOf(streamArn).filter(({ party }) => party.arn === arn);
  const targets = new Set(four.streams.map((stream) => stream.arn));
  const others = access.regions
    .flatMap(({ streams }) => (streams.known ? streams.value : []))
    .filter((stream) => !targets.has(stream.arn));
  const wanted = wantedDuties(role, four.options);
  const problems = [
    ...short.filter((sentence) => own.has(sentence)),
    ...four.streams.flatMap((stream) => excesses(cellsOn(stream.arn), wanted, stream.name)),
    ...others.flatMap(({ arn: other, name }) =>
      cellsOn(other)
        .filter(({ duty }) => !isRegionWide(duty, role, four.options))
        .map(({ duty }) => `It holds the duty ${duty} on ${name}, too.`),
    ),
    ...tooLong(document),
  ];
  const conditions = four.streams.flatMap((stream) => cellsOn(stream.arn).flatMap((cell) => cell.conditions));
  return {
    role,
    allows: allowedActions(access, arn, { document, streams: four.streams }),
    conditions: [...new Set(conditions)].toSorted(),
    otherStreams: others.length,
    limits: short
      .filter((sentence) => !own.has(sentence))
      .map((sentence) => `${sentence} The organization's policies deny it, whoever holds it.`),
    problems: [...new Set(problems)],
  };
}

const dutyOfRole: Readonly<Record<RoleName, Duty>> = {
  administrators: "administer",
  resharding: "reshard",
  producers: "produce",
  consumers: "consume",
};

function wantedDuties(role: RoleName, { share }: RoleOptions): readonly Duty[] {
  return role === "administrators" && share ? ["administer", "share"] : [dutyOfRole[role]];
}

/** Announced: the actions that AWS accepts on every stream only. */
function isRegionWide(duty: Duty, role: RoleName, { regionWide }: RoleOptions): boolean {
  const announced = role === "resharding" || role === "administrators";
  return regionWide && announced && duty === dutyOfRole[role];
}

function excesses(cells: readonly HeldDuty[], wanted: readonly Duty[], name: string): string[] {
  const held = new Set(cells.filter((cell) => !cell.isBlockedByKey).map(({ duty }) => duty));
  return [
    ...[...held]
      .filter((duty) => !wanted.includes(duty))
      .map((duty) => `It holds the duty ${duty} on ${name}, too.`),
    ...(cells.some(({ access, key }) => access === "unknown" || key === "unknown")
      ? [`Whether it works on ${name} is decided by a document that could not be read.`]
      : []),
  ];
}

interface Wanted extends Held {
  readonly stream: RoleStream;
  readonly options: RoleOptions;
}

/** What of its duty a policy does not allow on a stream of its own. */
function shortcomings(
  access: StreamAccess,
  roleArn: string,
  { role, document, stream, options }: Wanted,
): string[] {
  const { arn, name } = stream;
  const cells = access.holdersOf(arn).filter(({ party }) => party.arn === roleArn);
  const lacking = wantedDuties(role, options).filter(
    (duty) => !cells.some((cell) => cell.duty === duty && !cell.isBlockedByKey),
  );
  const missing = grantedActions(document, arn).filter(
    (action) => isOnStreams(action) && !isActor(access, roleArn, { action, arn }),
  );
  return [
    ...lacking.map((duty) =>
      cells.some((cell) => cell.duty === duty)
        ? `The policy of the key of ${name} does not let it: add the statements for the key.`
        : `It does not hold the duty ${duty} on ${name}.`,
    ),
    ...(missing.length === 0 ? [] : [`It does not allow ${missing.join(", ")} on ${name}.`]),
  ];
}

interface AllowedOn {
  readonly document: PolicyDocument;
  readonly streams: readonly RoleStream[];
}

function allowedActions(access: StreamAccess, roleArn: string, { document, streams }: AllowedOn): string[] {
  const allowed = streams.flatMap(({ arn }) =>
    grantedActions(document, arn).filter(
      (action) => !isOnStreams(action) || isActor(access, roleArn, { action, arn }),
    ),
  );
  return [...new Set(allowed)];
}

function isActor(
  access: StreamAccess,
  roleArn: string,
  { action, arn }: { readonly action: string; readonly arn: string },
): boolean {
  return access.actors(action, arn).some(({ party }) => party.arn === roleArn);
}

function isOnStreams(action: string): boolean {
  const indexed = indexedActions.find(({ name }) => name === action);
  return indexed !== undefined && indexed.resourceKinds.includes("stream");
}

/** What the statements that are about a stream allow of the actions that duties are made of. */
function grantedActions({ Statement }: PolicyDocument, streamArn: string): string[] {
  const indexed = new Set(indexedActions.map(({ name }) => name));
  const allowed = Statement.filter(
    ({ Effect, Resource }) =>
      Effect === "Allow" && [Resource].flat().some((pattern) => isAbout(pattern, streamArn)),
  ).flatMap(({ Action }) => Action);
  return [...new Set(allowed)].filter((action) => indexed.has(action) && action.startsWith("kinesis:"));
}

function isAbout(pattern: string, streamArn: string): boolean {
  return pattern === "*" || pattern === streamArn || pattern.startsWith(`${streamArn}/`);
}

function tooLong(document: PolicyDocument): string[] {
  const length = JSON.stringify(document).replaceAll(/\s/g, "").length;
  return length <= managedPolicyMax
    ? []
    : [
        `It has ${length} characters, and a managed policy holds ${managedPolicyMax}: make it for fewer streams.`,
      ];
}
