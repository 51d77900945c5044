import { factsOfAccess } from "@/lib/checks/access-facts";
import { leftAside, unreadOrganizationPolicies } from "@/lib/checks/access-notes";
import { heldByParty } from "@/lib/checks/held-by-party";
import { conclude } from "@/lib/checks/judgement";
import { MixingCauses } from "@/lib/checks/mixing-causes";
import { mixedHolding } from "@/lib/checks/mixed-holdings";
import type { Mix, MixedHolding } from "@/lib/checks/mixed-holdings";
import { distinctGaps } from "@/lib/checks/distinct-gaps";
import { gapsOfCells } from "@/lib/checks/unread-documents";
import type { DerivedParts, RegionPlace } from "@/lib/model/check";
import { readsOf } from "@/lib/model/observed";
import type { Gap, Read } from "@/lib/model/observed";
import type { AccountParts } from "@/lib/model/snapshot";
import type { Stream } from "@/lib/model/stream";
import type { Party } from "@/lib/model/stream-access";
import type { Judgement, Severity, Subject } from "@/lib/model/verdict";

export type AccessInput = RegionPlace &
  Pick<DerivedParts, "access"> &
  Pick<AccountParts, "iam" | "organization" | "organizationPolicies">;

/** Duties that are to be kept apart, and how that is said. */
export interface KeptApart extends Mix {
  readonly severity: Severity;
  /** What nobody should, e.g. `both write and read records`. */
  readonly does: string;
}

/** A subject, and the streams that it is judged by; or what is said of it anyhow. */
export type MixSubject =
  | Judgement
  | {
      readonly subject: Subject;
      readonly name: string;
      readonly streams: readonly Stream[];
      readonly gaps?: readonly Gap[];
      readonly reads?: readonly Read[];
    };

interface Seen {
  readonly mixed: readonly MixedHolding[];
  readonly gaps: readonly Gap[];
  readonly aside: ReadonlySet<Party>;
  readonly holders: number;
}

/** Judges who holds duties of both groups on one stream. */
export function judgeKeptApart(
  input: AccessInput,
  apart: KeptApart,
  subjects: readonly MixSubject[],
): Judgement[] {
  const causes = new MixingCauses(input.access, apart);
  const drafts = subjects.map((each) => {
    if ("status" in each) return { judgement: each };
    const seen = each.streams.map((stream) => mixesOn(stream, input, apart));
    const mixed = seen.flatMap((one) => one.mixed).filter(({ proven }) => proven.length > 0);
    return { each, seen, causeIds: mixed.flatMap((one) => causes.add(one)) };
  });
  return drafts.map((draft): Judgement => {
    if ("judgement" in draft) return draft.judgement;
    const { each, seen, causeIds } = draft;
    const aside = new Set(seen.flatMap((one) => [...one.aside]));
    const named = causes.named(causeIds);
    const note = [
      leftAside(aside, input.access, input.region),
      named.length > 0 ? unreadOrganizationPolicies(input) : "",
    ];
    return conclude({
      subject: each.subject,
      causes: named,
      gaps: distinctGaps([...(each.gaps ?? []), ...seen.flatMap(({ gaps }) => gaps)]),
      reads: [...readsOf(input.iam), ...(each.reads ?? [])],
      passes: passesBy(Math.max(0, ...seen.map(({ holders }) => holders)), each.name, apart),
      note: note.filter((text) => text !== "").join(" "),
      heaviest: apart.severity,
    });
  });
}

function passesBy(holders: number, name: string, { does }: KeptApart): string {
  if (holders === 0) return `None: no principal holds these duties on ${name}.`;
  return holders === 1
    ? `None: the 1 principal that holds one of these duties on ${name} cannot ${does}.`
    : `None of the ${holders} principals that hold one of these duties on ${name} can ${does}.`;
}

function mixesOn({ arn, region }: Stream, { access, iam }: AccessInput, apart: KeptApart): Seen {
  const facts = factsOfAccess(access);
  const aside = new Set<Party>();
  const mixed: MixedHolding[] = [];
  let holders = 0;
  for (const holder of heldByParty(access, arn)) {
    if (!holder.held.some(({ duty }) => apart.one.includes(duty) || apart.other.includes(duty))) continue;
    const isOrdinary = access.standingOf(holder.party, region) === "ordinary";
    if (isOrdinary) holders++;
    const found = mixedHolding(holder, apart, facts);
    if (found && isOrdinary) mixed.push(found);
    if (found && !isOrdinary) aside.add(holder.party);
  }
  const open = mixed.flatMap((each) => gapsOfCells(each.open.flat(), iam));
  return { mixed, gaps: [...access.gapsOn(arn), ...open], aside, holders };
}
