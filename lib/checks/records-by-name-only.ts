import { defineRegionCheck } from "@/lib/model/check";
import { gapsOf, readsOf } from "@/lib/model/observed";
import type { RegionParts } from "@/lib/model/snapshot";
import type { Judgement } from "@/lib/model/verdict";
import { leftAside, unreadOrganizationPolicies } from "@/lib/checks/access-notes";
import { distinctGaps } from "@/lib/checks/distinct-gaps";
import type { AccessInput } from "@/lib/checks/duties-kept-apart";
import { eachStream } from "@/lib/checks/each-stream";
import { counted } from "@/lib/checks/enumerate";
import { conclude } from "@/lib/checks/judgement";
import { leastPrivilege } from "@/lib/checks/lp-frameworks";
import { isResourcePolicy } from "@/lib/checks/policy-name";
import { partiesOf, statementGrants } from "@/lib/checks/statement-grants";
import { statementsOn } from "@/lib/checks/statements-on";
import { streamSubject } from "@/lib/checks/subject";
import { gapsOfUnread } from "@/lib/checks/unread-documents";
import type { GrantPlace } from "@/lib/checks/grant-reach";
import { wildcardReach } from "@/lib/checks/wildcard-reach";
import { heaviest } from "@/lib/model/verdict";

export const recordsByNameOnly = defineRegionCheck({
  id: "KDS-LP-03",
  set: "course",
  scope: "stream",
  severity: "high",
  title: "Records are written and read by name only",
  rationale:
    "A wildcard in the name of a stream reaches streams that its author never thought of, and every one that will be made. Whoever writes or reads knows its streams, and can name them.",
  looksAt:
    "Every statement that lets somebody write or read records of the stream, Denies and boundaries applied, and how many streams the wildcards in its names reach today.",
  remediation:
    "Name the streams in Resource, one ARN each. For a function with AWSLambdaKinesisExecutionRole, attach a policy of your own that names the function's stream.",
  coursePoint: "Rights are granted on named streams, not by wildcards in the Resource ARN.",
  frameworks: leastPrivilege,
  sources: [
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html",
    "https://docs.aws.amazon.com/streams/latest/dev/controlling-access.html",
    "https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSLambdaKinesisExecutionRole.html",
  ],
  settings: ["applicationTagKey"],
  reads: ["streams", "access", "iam", "organization", "organizationPolicies"],
  evaluate: judgeRegion,
});

type Input = AccessInput & GrantPlace & Pick<RegionParts, "streams">;

function judgeRegion(input: Input): Iterable<Judgement> {
  const { access, iam, region } = input;
  const { statements, unread } = statementGrants(access, region, ["produce", "consume"]);
  // A stream's own policy reaches that stream, whatever it names.
  const named = statements.filter(({ policyId }) => !isResourcePolicy(policyId));
  const wide = new Map(named.map((each) => [each, wildcardReach(each, input)]));
  const here = statementsOn(named, access);
  const isUnread = new Set(unread);
  return eachStream(input, (stream) => {
    const { arn, name, consumers } = stream;
    const statementsHere = here(arn);
    const judged = statementsHere.flatMap((each) => wide.get(each)?.(stream) ?? []);
    const causes = judged.flatMap(({ cause }) => cause ?? []);
    const aside = partiesOf(judged.flatMap((each) => each.aside));
    const open = [
      ...access.grantsOn(arn).filter((grant) => isUnread.has(grant)),
      ...judged.flatMap((each) => each.open),
    ];
    const notes = judged.flatMap(({ note }) => note ?? []).slice(0, notesAtMost);
    const missing = causes.length > 0 ? unreadOrganizationPolicies(input) : "";
    const reaching = statementsHere.filter(({ reached }) => reached.has(arn)).length;
    return conclude({
      subject: streamSubject(stream),
      causes,
      gaps: distinctGaps([
        ...gapsOf(iam, consumers),
        ...judged.flatMap(({ gaps }) => gaps),
        ...partiesOf(open).flatMap((party) => gapsOfUnread(party, iam)),
      ]),
      reads: readsOf(iam, consumers),
      passes: passesBy(reaching, name),
      note: [...notes, leftAside(aside, access, region), missing].filter((text) => text !== "").join(" "),
      heaviest: "high",
      lightest: heaviest("low", ...judged.flatMap(({ lightest }) => lightest ?? [])),
    });
  });
}

const notesAtMost = 3;

function passesBy(reaching: number, name: string): string {
  return reaching === 0
    ? `None: no policy lets a principal but administrators write or read records of ${name}.`
    : `None of ${counted(reaching, "statement")} behind writing and reading records of ${name} reaches further by a wildcard.`;
}
