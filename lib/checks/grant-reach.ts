import { shareApplication } from "@/lib/checks/application-of";
import { matchesArn } from "@/lib/iam/match-arn";
import { hasWildcardInName, reachesAnyStream, withoutVariables } from "@/lib/kinesis/stream-pattern";
import type { DerivedParts, RegionPlace } from "@/lib/model/check";
import type { Gap } from "@/lib/model/observed";
import type { Stream } from "@/lib/model/stream";
import type { DutyGrant } from "@/lib/model/stream-access";
import type { Severity } from "@/lib/model/verdict";

export type GrantPlace = RegionPlace & Pick<DerivedParts, "access">;

/** What the wildcards of a grant are on a stream of the Region: a finding, or why they are none. */
export type WildcardOn =
  | { readonly kind: "fault"; readonly severity: Severity }
  | { readonly kind: "kept"; readonly note: string }
  | { readonly kind: "open"; readonly gap: Gap }
  | undefined;

type WildcardsOn = (streamArn: string) => WildcardOn;

/** How the wildcards in the names of a grant's statement reach the streams of a Region. */
export function wildcardsOf(grant: DutyGrant, place: GrantPlace): WildcardsOn {
  const { resources = [], notResources } = grant.statement ?? {};
  const patterns = resources.filter(hasWildcardInName);
  if (reachesAnyStream({ resources: patterns, ...(notResources && { notResources }) }, place))
    return (arn) => (grant.streams.has(arn) ? { kind: "fault", severity: "high" } : undefined);
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
  return access.regions
    .flatMap(({ streams }) => (streams.known ? streams.value : []))
    .filter((stream) => granted.has(stream.arn) && isReached(stream));
}

function judge(pattern: string, streams: readonly Stream[], place: GrantPlace): WildcardOn {
  if (streams.length < 2) return { kind: "kept", note: `${pattern} reaches no other stream.` };
  const application = shareApplication(streams, place.settings);
  if (application && "value" in application)
    return { kind: "kept", note: `${pattern} stays within application ${application.value}.` };
  if (application) return { kind: "open", gap: application.gap };
  const here = streams.filter(({ region }) => region === place.region).length;
  return { kind: "fault", severity: here * 2 >= streamCount(place) ? "high" : "medium" };
}

function streamCount({ access, region }: GrantPlace): number {
  const streams = access.regions.find((each) => each.region === region)?.streams;
  return streams?.known ? streams.value.length : 0;
}

const weightOf = { fault: 2, open: 1, kept: 0 } as const;

export function heavier(one: WildcardOn, other: WildcardOn): WildcardOn {
  if (!one || !other) return one ?? other;
  if (one.kind === "fault" && other.kind === "fault") return one.severity === "high" ? one : other;
  return weightOf[one.kind] >= weightOf[other.kind] ? one : other;
}
