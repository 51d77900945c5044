import { distinctGaps } from "@/lib/checks/distinct-gaps";
import { counted } from "@/lib/checks/enumerate";
import { framework } from "@/lib/checks/frameworks";
import { unknown } from "@/lib/checks/judgement";
import { regionSubject, streamSubject } from "@/lib/checks/subject";
import { gapsOfCells } from "@/lib/checks/unread-documents";
import { defineRegionCheck } from "@/lib/model/check";
import type { DerivedParts, RegionPlace } from "@/lib/model/check";
import { readsOf } from "@/lib/model/observed";
import type { AccountParts } from "@/lib/model/snapshot";
import type { Stream } from "@/lib/model/stream";
import type { Judgement } from "@/lib/model/verdict";

export const readersConfirmed = defineRegionCheck({
  id: "KDS-LP-09",
  set: "extended",
  scope: "stream",
  severity: "low",
  isManual: true,
  title: "The list of readers has been confirmed by the owner",
  rationale:
    "Policies say who can read records, and only the owner can say who should. Access that nobody looks through again stays when its reason is gone.",
  looksAt:
    "Who is effectively allowed to read records of the stream, and whether somebody has confirmed that list.",
  remediation:
    "Look through the readers of the stream, take access away from those who no longer need it, and confirm the list for at most six months.",
  frameworks: { [framework.nist]: ["AC-6(7)"], [framework.pci]: ["7.2.4"] },
  sources: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html"],
  reads: ["streams", "access", "iam"],
  *evaluate(input) {
    const { streams } = input;
    if (!streams.known) yield unknown(regionSubject(input, "stream"), streams.gap);
    else for (const stream of streams.value) yield askFor(stream, input);
  },
});

function askFor(
  stream: Stream,
  { access, iam }: RegionPlace & Pick<DerivedParts, "access"> & Pick<AccountParts, "iam">,
): Judgement {
  const { arn, region, name } = stream;
  const readers = new Set<string>();
  const administrators = new Set<string>();
  const cells = access
    .holdersOf(arn)
    .filter(
      ({ party, duty, isBlockedByKey }) => duty === "consume" && !isBlockedByKey && !party.isServiceLinked,
    );
  for (const { party, access: held } of cells) {
    if (held === "unknown") continue;
    const isAdministrator = access.standingOf(party, region) === "account-administrator";
    (isAdministrator ? administrators : readers).add(party.arn);
  }
  const gaps = distinctGaps([...access.gapsOn(arn), ...gapsOfCells(cells, iam)]);
  const beside =
    administrators.size > 0 ? ` beside ${counted(administrators.size, "account administrator")}` : "";
  const missing = gaps.length > 0 ? " Documents that could not be read may add some." : "";
  return {
    status: "manual",
    subject: streamSubject(stream),
    evidence: `${counted(readers.size, "principal")} can read ${name}${beside}.${missing}`,
    boundTo: [...readers].toSorted(),
    gaps,
    reads: readsOf(iam, stream.resourcePolicy, stream.consumers),
  };
}
