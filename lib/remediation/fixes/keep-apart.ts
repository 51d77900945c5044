import type { Announcement, Fix, FixInput } from "@/lib/remediation/fix";
import { asideForAdministrators } from "@/lib/remediation/fixes/aside-for-administrators";
import { takeDuties } from "@/lib/remediation/fixes/take-duties";

/** Who can do less falls under the checks of those who can do less. */
const afterLess: readonly Announcement[] = [
  {
    checkId: "KDS-SOD-05",
    words: "Where nothing else gives the duty alone, others that hold it have no policy for it alone.",
  },
];

/** KDS-SOD-01: reading is what lets records out. */
export function writeOnly(input: FixInput): Fix | undefined {
  return takeDuties(input, {
    duties: ["consume"],
    about: "no-reading",
    doing: "reading",
    announces: [
      { words: "A processor that has to read what it writes is a case for a waiver." },
      ...afterLess,
    ],
  });
}

/** KDS-SOD-02 */
export function administerElsewhere(input: FixInput): Fix | undefined {
  return takeDuties(input, {
    duties: ["administer", "share"],
    about: "no-administering",
    doing: "administering",
    announces: afterLess,
  });
}

/** KDS-SOD-03 */
export function reshardElsewhere(input: FixInput): Fix | undefined {
  return takeDuties(input, {
    duties: ["reshard"],
    about: "no-resharding",
    doing: "resharding",
    announces: afterLess,
  });
}

/** KDS-SOD-06 */
export function manageKeyElsewhere(input: FixInput): Fix | undefined {
  return takeDuties(input, {
    duties: ["manage-key"],
    about: "no-key-managing",
    doing: "managing the key",
    announces: [],
  });
}

/** What leaves an administrator of every stream aside. */
const judgedThen = [
  "KDS-LP-04",
  "KDS-LP-05",
  "KDS-LP-07",
  "KDS-SOD-04",
  "KDS-SOD-05",
  "KDS-CRED-03",
  "KDS-CRED-04",
];

/** KDS-LP-02: who administers every stream touches the records of none. */
export function administerWithoutRecords(input: FixInput): Fix | undefined {
  const { principals = [] } = input.finding.cause;
  const [principal = ""] = principals;
  return takeDuties(
    { ...input, finding: { ...input.finding, cause: { ...input.finding.cause, kind: "principal" } } },
    {
      duties: ["produce", "consume"],
      about: "no-records",
      doing: "writing and reading",
      announces: judgedThen.map((checkId) => ({
        checkId,
        words: `${principal.slice(principal.lastIndexOf(":") + 1)} was named once, here; with what is left to it, it is judged on each stream as others are.`,
      })),
    },
  );
}

/** KDS-CRED-01 and KDS-LP-08: once a role does what it did, the principal holds no duty any more. */
export function retire(input: FixInput): Fix | undefined {
  const { finding } = input;
  return takeDuties(
    { ...input, finding: { ...finding, cause: { ...finding.cause, kind: "principal" }, streamArns: [] } },
    {
      duties: ["administer", "share", "reshard", "produce", "consume", "manage-key"],
      about: "no-kinesis",
      doing: "every duty",
      announces: [
        {
          words:
            "Give what used it a role of its own first, and watch: every request to write, read, reshard or administer a stream, or to manage its key, is refused from then on.",
        },
        { checkId: "KDS-LP-07", words: "What it could do to get at records counts once it holds none." },
        ...asideForAdministrators.map((checkId) => ({
          checkId,
          words: "If it administers the account, whoever can become it is judged as others are from then on.",
        })),
        ...afterLess,
      ],
    },
  );
}
