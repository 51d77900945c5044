import { factsOfAccess } from "@/lib/checks/access-facts";
import { shareApplication } from "@/lib/checks/application-of";
import { matchesArn } from "@/lib/iam/match-arn";
import { hasWildcardInName, reachesAnyStream, withoutVariables } from "@/lib/kinesis/stream-pattern";
import type { DerivedParts, RegionPlace } from "@/lib/model/check";
import type { Gap } from "@/lib/model/observed";
import type { Stream } from "@/lib/model/stream";
import type { DutyGrant } from "@/lib/model/stream-access";
import type { Severity } from "@/lib/model/verdict";

export type GrantPlace = RegionPlace<"applicationTagKey"> & Pick<DerivedParts, "access">;

/** What the wildcards of a grant are on a stream of the Region: a finding, or why they are none. */
type WildcardOn =
  | { readonly kind: "fault"; readonly severity: Severity }
  | { readonly kind: "kept"; readonly note: string }
  | { readonly kind: "open"; readonly gap: Gap }
  | undefined;

type WildcardsOn = (streamArn: string) => WildcardOn;

const anyName: WildcardOn = { kind: "fault", severity: "high" };

/** The heaviest of what the wildcards of several grants are; the many holders of a policy mostly reach the same. */
export function wildcardsOfAll(grants: readonly DutyGrant[], place: GrantPlace): WildcardsOn {
  const here = streamsIn(place);
  const heaviest = new Map<string, WildcardOn>();
  let open = here;
  for (const grant of grants) {
    if (open.length === 0) break;
    const on = wildcardsOf(grant, place);
    for (const { arn } of open) {
      const found = heavier(heaviest.get(arn), on(arn));
      if (found) heaviest.set(arn, found);
    }
    open = open.filter(({ arn }) => heaviest.get(arn) !== anyName);
  }
  return (arn) => heaviest.get(arn);
}

/** How the wildcards in the names of a grant's statement reach the streams of a Region. */
export function wildcardsOf(grant: DutyGrant, place: GrantPlace): WildcardsOn {
  const { resources = [], notResources } = grant.statement ?? {};
  const patterns = resources.filter(hasWildcardInName);
  if (reachesAnyStream({ resources: patterns, ...(notResources && { notResources }) }, place))
    return (arn) => (grant.streams.has(arn) ? anyName : undefined);
  const reached = patterns.map((pattern) => ({ pattern, streams: streamsBy(pattern, grant, place) }));
  const judged = reached.flatMap(({ pattern, streams }) => {
    const on = judge(pattern, streams, place);
    return streams.map(({ arn }) => [arn, on] as const);
  });
  const byStream = new Map<string, WildcardOn>();
  for (const [arn, on] of judged) byStream.set(arn, heavier(byStream.get(arn), on));
  return (arn) => byStream.get(arn);
}

function streamsBy(pattern: string, { streams: granted }: DutyGrant, { access }: GrantPlace): Stream[] {
  const open = withoutVariables(pattern);
  const isReached = ({ arn, consumers }: Stream) =>
    matchesArn(open, arn) ||
    (consumers.known && consumers.value.some((consumer) => matchesArn(open, consumer.arn)));
  const { streams } = factsOfAccess(access);
  return [...granted].flatMap((arn) => streams.get(arn) ?? []).filter(isReached);
}

function judge(pattern: string, streams: readonly Stream[], place: GrantPlace): WildcardOn {
  if (streams.length < 2) return { kind: "kept", note: `${pattern} reaches no other stream.` };
  const application = shareApplication(streams, place.settings);
  if (application && "value" in application)
    return { kind: "kept", note: `${pattern} stays within application ${application.value}.` };
  if (application) return { kind: "open", gap: application.gap };
  const here = streams.filter(({ region }) => region === place.region).length;
  return { kind: "fault", severity: here * 2 >= streamsIn(place).length ? "high" : "medium" };
}

function streamsIn({ access, region }: GrantPlace): readonly Stream[] {
  const streams = access.regions.find((each) => each.region === region)?.streams;
  return streams?.known ? streams.value : [];
}

const weightOf = { fault: 2, open: 1, kept: 0 } as const;

function heavier(one: WildcardOn, other: WildcardOn): WildcardOn {
  if (!one || !other) return one ?? other;
  if (one.kind === "fault" && other.kind === "fault") return one.severity === "high" ? one : other;
  return weightOf[one.kind] >= weightOf[other.kind] ? one : other;
}
