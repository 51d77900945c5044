import { z } from "zod";
import type { IamInventory } from "@/lib/model/iam-inventory";
import type { Finding, Report } from "@/lib/model/report";
import { defaultSettings } from "@/lib/model/settings";
import type { Snapshot } from "@/lib/model/snapshot";
import { buildReport } from "@/lib/scan/build-report";
import { sha256 } from "@/lib/scan/sha256";

/** A snapshot by the whole checklist and the default settings. */
export function judge(snapshot: Snapshot): Report {
  return buildReport({ snapshot, settings: defaultSettings, set: "full", hash: sha256 });
}

export function failing({ findings }: Report): ReadonlyMap<string, Finding> {
  return new Map(
    findings.filter(({ status }) => status === "fail").map((finding) => [finding.findingId, finding]),
  );
}

type Path = readonly (string | number)[];

/** An Allow statement of an identity policy, by where its document stands and which it is. */
export interface FoundAllow {
  readonly path: Path;
  readonly index: number;
}

const statementsSchema = z.object({ Statement: z.array(z.looseObject({ Effect: z.string() })) });

/** Every Allow of a document with several statements: a policy without any is no policy. */
export function allowsIn(snapshot: Snapshot): FoundAllow[] {
  return documentsIn(snapshot).flatMap(({ path, text }) => {
    const parsed = statementsSchema.safeParse(parse(text));
    if (!parsed.success || parsed.data.Statement.length < 2) return [];
    return parsed.data.Statement.flatMap(({ Effect }, index) => (Effect === "Allow" ? { path, index } : []));
  });
}

export function withoutAllow(snapshot: Snapshot, { path, index }: FoundAllow): Snapshot {
  return changeAt(snapshot, path, (text) => {
    const document = z.looseObject({ Statement: z.array(z.unknown()) }).parse(parse(String(text)));
    return JSON.stringify({ ...document, Statement: document.Statement.filter((_, at) => at !== index) });
  });
}

function documentsIn({ accounts }: Snapshot): { path: Path; text: string }[] {
  return accounts.flatMap(({ iam }, account) => {
    if (!iam.known) return [];
    const base = ["accounts", account, "iam", "value"];
    const { managedPolicies } = iam.value;
    const managed = managedPolicies.flatMap(({ document }, at) =>
      document === undefined ? [] : { path: [...base, "managedPolicies", at, "document"], text: document },
    );
    const kinds = ["users", "groups", "roles"] as const satisfies readonly (keyof IamInventory)[];
    const inline = kinds.flatMap((kind) =>
      iam.value[kind].flatMap(({ inlinePolicies }, at) =>
        inlinePolicies.map(({ document }, policy) => ({
          path: [...base, kind, at, "inlinePolicies", policy, "document"],
          text: document,
        })),
      ),
    );
    return [...managed, ...inline];
  });
}

/** A check may pass because somebody holds a duty, or because a grant matches. */
export const mayFailByLess = new Set(["KDS-SOD-05", "KDS-REST-06", "KDS-LP-06"]);

/**
 * Of keys the rule does not hold: a key that was not read counts as one that lets everybody, by which somebody may be an
 * administrator of every stream, and is named once and not on each. To leave that open would leave every stream of a
 * Region open for one key, and the key of another account can never be read.
 */
export function isOfKey(path: readonly (string | number)[]): boolean {
  return path.includes("keys") || path.includes("encryption");
}

/** What each check says of each subject. */
export function statusesOf({ streams, accountVerdicts }: Report): ReadonlyMap<string, string> {
  return new Map([
    ...streams.flatMap(({ arn, verdicts }) =>
      verdicts.map(({ checkId, status }) => [`${checkId} ${arn}`, status] as const),
    ),
    ...accountVerdicts.map(({ checkId, subject, status }) => [`${checkId} ${subject.id}`, status] as const),
  ]);
}

const knownSchema = z.looseObject({ known: z.literal(true), read: z.object({ action: z.string() }) });

/** Every fact that was read, by where it stands. */
export function factsIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return [];
  const own = knownSchema.safeParse(value).success ? [path] : [];
  return Object.entries(value).reduce(
    (found, [name, member]) =>
      found.concat(factsIn(member, [...path, Array.isArray(value) ? Number(name) : name])),
    own,
  );
}

export function withoutFact(snapshot: Snapshot, path: Path): unknown {
  return changeAt(snapshot, path, (fact) => {
    const { action } = knownSchema.parse(fact).read;
    return { known: false, gap: { action, reason: "access-denied", message: `${action} was denied.` } };
  });
}

function changeAt(snapshot: Snapshot, path: Path, change: (value: unknown) => unknown): Snapshot {
  // A copy of plain data, which is what a snapshot is.
  const copy: Snapshot = JSON.parse(JSON.stringify(snapshot));
  const last = path.at(-1);
  let target: unknown = copy;
  for (const step of path.slice(0, -1)) target = memberOf(target, step);
  if (last === undefined || typeof target !== "object" || target === null)
    throw new Error("There is no such place.");
  Reflect.set(target, last, change(Reflect.get(target, last)));
  return copy;
}

function memberOf(value: unknown, step: string | number): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, step) : undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
