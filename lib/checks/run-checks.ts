import type {
  AccountCheck,
  Check,
  CheckPlace,
  DerivedParts,
  RegionCheck,
  SettingName,
} from "@/lib/model/check";
import type { Gap } from "@/lib/model/observed";
import type { AuditSettings } from "@/lib/model/settings";
import type { AccountSnapshot, RegionSnapshot, Snapshot } from "@/lib/model/snapshot";
import { heaviest } from "@/lib/model/verdict";
import type { Judgement, Severity, Subject } from "@/lib/model/verdict";
import { createCheckMemory, type CheckMemory } from "@/lib/checks/check-memory";
import type { CheckedVerdict } from "@/lib/checks/checked-verdict";
import { checks } from "@/lib/checks/registry";
import { accountSubject, regionSubject } from "@/lib/checks/subject";

/**
 * Judges a snapshot: every check once an account, or once a Region, each with only the parts that it
 * declares. Verdicts come in the order of accounts, checks, Regions and subjects. A check that throws
 * costs that check: one `unknown` verdict, with the Region (or the account) as its subject.
 *
 * "Now" is the end of the scan, so that the same snapshot always gives the same verdicts, and those of the `memory`
 * hold for the snapshot whose accounts they are of.
 */
export function runChecks(
  { accounts, finishedAt }: Snapshot,
  settings: AuditSettings,
  which: readonly Check[] = checks,
  memory: CheckMemory = createCheckMemory(),
): CheckedVerdict[] {
  return accounts.flatMap((account) => {
    const { accountId, partition, identityArn } = account;
    const place = { accountId, partition, identityArn, at: finishedAt };
    const derived = memory.derivedOf(account);
    return which.flatMap((check) => {
      const declared = onlyDeclaredSettings(check, settings);
      return memory.recall({ check, account, settings: declared }, () =>
        runCheck(check, { account, derived }, { ...place, settings: declared }),
      );
    });
  });
}

type Place = CheckPlace<SettingName>;

interface Scanned {
  readonly account: AccountSnapshot;
  readonly derived: DerivedParts;
}

function runCheck(check: Check, scanned: Scanned, place: Place): CheckedVerdict[] {
  if (check.scope === "account") return judgeAccount(check, scanned, place);
  return scanned.account.regions.flatMap((region) =>
    judgeRegion(check, scanned, region, { ...place, region: region.region }),
  );
}

function judgeAccount(check: AccountCheck, { account, derived }: Scanned, place: Place): CheckedVerdict[] {
  return judge(check, accountSubject(place), () =>
    check.evaluate(
      onlyDeclared(check, {
        ...account,
        ...place,
        get access() {
          return derived.access;
        },
        get reach() {
          return derived.reach;
        },
      }),
    ),
  );
}

function judgeRegion(
  check: RegionCheck,
  { account, derived }: Scanned,
  region: RegionSnapshot,
  place: Place & { readonly region: string },
): CheckedVerdict[] {
  return judge(check, regionSubject(place, check.scope), () =>
    check.evaluate(
      onlyDeclared(check, {
        ...account,
        ...region,
        ...place,
        get access() {
          return derived.access;
        },
        get reach() {
          return derived.reach;
        },
      }),
    ),
  );
}

const placeKeys: ReadonlySet<string> = new Set([
  "accountId",
  "partition",
  "identityArn",
  "settings",
  "at",
  "region",
]);

/** Takes away what a check does not declare: its `reads` are what the page says it looked at. */
function onlyDeclared<Input extends object>({ reads }: Check, input: Input): Input {
  const declared: ReadonlySet<string> = new Set(reads);
  for (const part of Object.keys(input))
    if (!placeKeys.has(part) && !declared.has(part)) Reflect.deleteProperty(input, part);
  return input;
}

/** Takes away the settings that a check does not declare, as {@link onlyDeclared} takes parts. */
function onlyDeclaredSettings({ settings: names = [] }: Check, settings: AuditSettings): Place["settings"] {
  const declared: ReadonlySet<string> = new Set(names);
  const left = { ...settings };
  for (const name of Object.keys(left)) if (!declared.has(name)) Reflect.deleteProperty(left, name);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Optional settings have to be asked for by name, and one that is absent reads as undefined.
  return left as Place["settings"];
}

function judge(check: Check, whole: Subject, evaluate: () => Iterable<Judgement>): CheckedVerdict[] {
  try {
    return [...evaluate()].map((judgement) => toVerdict(check, judgement));
  } catch (error) {
    return [toVerdict(check, { status: "unknown", subject: whole, gaps: [thrown(check, whole, error)] })];
  }
}

function thrown({ id }: Check, { id: resource, region }: Subject, error: unknown): Gap {
  const message = `Weir could not judge ${id} here: ${error instanceof Error ? error.message : String(error)}`;
  return { action: `weir:${id}`, reason: "unexpected", message, resource, ...(region && { region }) };
}

function toVerdict(check: Check, judgement: Judgement): CheckedVerdict {
  const { status, subject } = judgement;
  const gaps = "gaps" in judgement ? [...judgement.gaps] : [];
  const verdict = {
    checkId: check.id,
    subject,
    status,
    severity: severityOf(check, judgement),
    evidence: judgement.evidence ?? gaps.map(({ message }) => message).join(" "),
    causes: status === "fail" ? [...judgement.causes] : [],
    gaps,
    reads: "reads" in judgement ? [...judgement.reads] : [],
  };
  if ("severityRange" in judgement) return { ...verdict, severityRange: judgement.severityRange };
  return status === "manual" ? { ...verdict, boundTo: [...judgement.boundTo] } : verdict;
}

function severityOf({ severity }: Check, judgement: Judgement): Severity {
  if (judgement.status !== "fail") return severity;
  const [first, ...others] = judgement.causes;
  return heaviest(first.severity, ...others.map((cause) => cause.severity));
}
