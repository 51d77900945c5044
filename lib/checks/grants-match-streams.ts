import { defineRegionCheck } from "@/lib/model/check";
import type { DerivedParts, RegionPlace } from "@/lib/model/check";
import { readsOf } from "@/lib/model/observed";
import type { Gap, Known } from "@/lib/model/observed";
import type { IamInventory } from "@/lib/model/iam-inventory";
import type { AccountParts, RegionParts } from "@/lib/model/snapshot";
import type { Stream } from "@/lib/model/stream";
import type { Cause, Judgement } from "@/lib/model/verdict";
import { positiveValues } from "@/lib/checks/bounding-conditions";
import { distinctGaps } from "@/lib/checks/distinct-gaps";
import { counted } from "@/lib/checks/enumerate";
import { conclude, unknown } from "@/lib/checks/judgement";
import { LiveNames } from "@/lib/checks/live-names";
import { misplacedActions } from "@/lib/checks/misplaced-actions";
import { identityStatements, namingStatementName, resourceStatements } from "@/lib/checks/naming-statements";
import type { NamingStatement } from "@/lib/checks/naming-statements";
import { partiesOf } from "@/lib/checks/statement-grants";
import { regionSubject } from "@/lib/checks/subject";
import { gapsOfUnread } from "@/lib/checks/unread-documents";
import { matchesWildcard } from "@/lib/iam/match-wildcard";

export const grantsMatchStreams = defineRegionCheck({
  id: "KDS-LP-06",
  set: "extended",
  scope: "region",
  severity: "low",
  title: "Every grant that names a stream matches one",
  rationale:
    "An Allow that matches nothing is a mistake or a remainder, and gives its rights to whoever next makes a stream of that name. A Deny that matches nothing protects nothing.",
  looksAt:
    "Every ARN of Kinesis in the Resource of attached identity policies and of the policies of streams and consumers, against the streams, consumers and channels that exist, and whether the statement's actions count on such a resource.",
  remediation:
    "Correct the ARN or take the statement out. Name consumers by stream/NAME/consumer/*, and give actions that AWS lists without a type of resource on *.",
  frameworks: {},
  sources: [
    "https://docs.aws.amazon.com/service-authorization/latest/reference/list_kinesis.html",
    "https://docs.aws.amazon.com/streams/latest/dev/permissions-user-key-KMS.html",
  ],
  reads: ["streams", "channels", "access", "iam"],
  *evaluate(input) {
    const { streams, iam } = input;
    const subject = regionSubject(input, "region");
    if (!iam.known) yield unknown(subject, iam.gap);
    else if (!streams.known) yield unknown(subject, streams.gap);
    else yield judge(iam, streams, input);
  },
});

type Input = RegionPlace &
  Pick<DerivedParts, "access"> &
  Pick<AccountParts, "iam"> &
  Pick<RegionParts, "channels">;

function judge(iam: Known<IamInventory>, streams: Known<readonly Stream[]>, input: Input): Judgement {
  const names = new LiveNames(input.access, input);
  const statements = [...identityStatements(iam.value), ...resourceStatements(streams.value)];
  const here = statements.filter((each) => concerns(each, names, input));
  const judged = here.map((each) => judgeStatement(each, names, input));
  return conclude({
    subject: regionSubject(input, "region"),
    causes: judged.flatMap(({ cause }) => cause ?? []),
    gaps: distinctGaps([...unreadGaps(streams.value, input), ...judged.flatMap(({ gaps }) => gaps)]),
    reads: readsOf(iam, streams, input.channels),
    passes:
      here.length === 0
        ? `None: no policy names a stream of ${input.region}.`
        : `All ARNs of Kinesis in ${counted(here.length, "statement")} match something that exists.`,
    heaviest: "low",
  });
}

/** A statement that counts in other Regions only is judged there. */
function concerns({ patterns, statement }: NamingStatement, names: LiveNames, { region }: Input): boolean {
  const requested = positiveValues(statement, "aws:RequestedRegion");
  if (requested && !requested.some((value) => matchesWildcard(value, region))) return false;
  return patterns.some((pattern) => names.concerns(pattern, region));
}

interface JudgedStatement {
  readonly cause?: Cause;
  readonly gaps: readonly Gap[];
}

const faultsAtMost = 3;

function judgeStatement(each: NamingStatement, names: LiveNames, { region }: Input): JudgedStatement {
  const { policyId, statement, principals } = each;
  const found = each.patterns
    .filter((pattern) => names.concerns(pattern, region))
    .map((pattern) => ({ pattern, named: names.named(pattern) }));
  const dead = found.flatMap(({ pattern, named }) =>
    named.kind === "dead" ? [`names ${pattern}, which ${named.words}`] : [],
  );
  const gaps = found.flatMap(({ named }) => (named.kind === "open" ? [named.gap] : []));
  const faults = [...dead, ...misplacedActions(each)];
  if (faults.length === 0) return { gaps };
  const more = faults.length - faultsAtMost;
  const cause: Cause = {
    kind: "statement",
    id: `${policyId}#${statement.index}`,
    label: `${namingStatementName(each)} ${faults.slice(0, faultsAtMost).join("; it ")}${more > 0 ? `; and ${more} more` : ""}.`,
    severity: "low",
    document: { policyId, statements: [statement.index] },
    ...(principals.length > 0 && { principals: [...principals] }),
  };
  return { cause, gaps };
}

/** What could not be read and counts in this Region: of documents on parties that a limit keeps out of it, nothing does. */
function unreadGaps(streams: readonly Stream[], { access, iam }: Input): Gap[] {
  const unread = access.grants().filter(({ statement, party }) => !statement && !party.isServiceLinked);
  const here = unread.filter((grant) => streams.some(({ arn }) => grant.streams.has(arn)));
  const parties = streams.length === 0 ? access.parties : partiesOf(here);
  return [
    ...parties.flatMap((party) => gapsOfUnread(party, iam)),
    ...streams.flatMap(({ arn }) => access.gapsOn(arn)),
  ];
}
