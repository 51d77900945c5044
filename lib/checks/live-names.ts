import { nearest } from "@/lib/checks/nearest-name";
import { matchesArn } from "@/lib/iam/match-arn";
import { matchesWildcard } from "@/lib/iam/match-wildcard";
import { couldMatchUnder, withoutVariables } from "@/lib/kinesis/stream-pattern";
import type { CheckPlace } from "@/lib/model/check";
import type { Gap } from "@/lib/model/observed";
import type { ScannedRegion, StreamAccess } from "@/lib/model/stream-access";

/** What an ARN pattern names: something that lives, nothing at all, or what a scan does not know. */
export type Named =
  | { readonly kind: "live" }
  /** In words after the pattern. */
  | { readonly kind: "dead"; readonly words: string }
  | { readonly kind: "open"; readonly gap: Gap };

interface PatternParts {
  readonly open: string;
  readonly partition: string;
  readonly region: string;
  readonly accountId: string;
  readonly resource: string;
}

/** The streams, consumers and channels that live in the Regions that were scanned. */
export class LiveNames {
  readonly #access: StreamAccess;
  readonly #place: Pick<CheckPlace, "accountId" | "partition">;
  readonly #arns: ReadonlySet<string>;
  readonly #sorted: readonly string[];
  readonly #known = new Map<string, Named>();

  constructor(access: StreamAccess, place: Pick<CheckPlace, "accountId" | "partition">) {
    this.#access = access;
    this.#place = place;
    this.#arns = new Set(access.regions.flatMap(arnsIn));
    this.#sorted = [...this.#arns].toSorted();
  }

  /** Whether a pattern is to be judged in a Region: one that names none that was scanned is judged in all of them. */
  concerns(pattern: string, region: string): boolean {
    const { region: named } = partsOf(pattern);
    const scanned = this.#access.regions.filter((each) => matchesWildcard(named, each.region));
    return scanned.length === 0 || scanned.some((each) => each.region === region);
  }

  named(pattern: string): Named {
    const found = this.#known.get(pattern) ?? this.#judge(partsOf(pattern), pattern);
    this.#known.set(pattern, found);
    return found;
  }

  #judge(parts: PatternParts, pattern: string): Named {
    if (this.#isLive(parts.open)) return { kind: "live" };
    const fault = this.#faultOf(parts);
    if (fault) return this.#dead(pattern, fault);
    if (!matchesWildcard(parts.accountId, this.#place.accountId))
      return open("kinesis:ListStreams", pattern, `account ${parts.accountId} was not scanned`);
    return this.#unlisted(parts, pattern) ?? this.#dead(pattern, "matches no stream, consumer or channel");
  }

  #isLive(pattern: string): boolean {
    if (!/[*?]/.test(pattern) && pattern.split(":").length > 5) return this.#arns.has(pattern);
    // What a pattern matches begins with what stands before its first wildcard.
    const [beginning = ""] = pattern.split(/[*?]/, 1);
    return startingWith(this.#sorted, beginning).some((arn) => matchesArn(pattern, arn));
  }

  /** What keeps a pattern from ever matching. */
  #faultOf({ partition, region, accountId, resource }: PatternParts): string | undefined {
    if (!matchesWildcard(partition, this.#place.partition)) return `is of partition ${partition}`;
    if (region === "") return "names no Region";
    if (!/^[\d*?]+$/.test(accountId)) return "names no account";
    const canMatch = ["stream/", "channel/"].some((type) => couldMatchUnder(resource, type));
    return canMatch ? undefined : "lacks stream/ before the name";
  }

  /** Why something that it names may live where nobody looked. */
  #unlisted({ open: pattern, region: named }: PatternParts, written: string): Named | undefined {
    const { regions, enabledRegions } = this.#access;
    const concerned = regions.filter(({ region }) => matchesWildcard(named, region));
    for (const each of concerned) {
      const gap = this.#gapIn(each, pattern);
      if (gap) return { kind: "open", gap };
    }
    if (!enabledRegions.known)
      return concerned.length > 0 && !/[*?]/.test(named)
        ? undefined
        : { kind: "open", gap: enabledRegions.gap };
    const scanned = new Set(regions.map(({ region }) => region));
    const others = enabledRegions.value.filter(
      (region) => !scanned.has(region) && matchesWildcard(named, region),
    );
    if (concerned.length > 0 && others.length === 0) return undefined;
    return open("kinesis:ListStreams", written, `${others.join(", ") || named} was not scanned`);
  }

  #gapIn({ region, streams, channels }: ScannedRegion, pattern: string): Gap | undefined {
    const { partition, accountId } = this.#place;
    const place = `arn:${partition}:kinesis:${region}:${accountId}:`;
    if (!streams.known) return couldMatchUnder(pattern, `${place}stream/`) ? streams.gap : undefined;
    for (const { arn, consumers } of streams.value)
      if (!consumers.known && couldMatchUnder(pattern, `${arn}/consumer/`)) return consumers.gap;
    return !channels.known && couldMatchUnder(pattern, `${place}channel/`) ? channels.gap : undefined;
  }

  #dead(pattern: string, words: string): Named {
    const found = nearest(pattern, this.#arns);
    return {
      kind: "dead",
      words: found === undefined ? words : `${words} (the nearest that exists is ${found})`,
    };
  }
}

function startingWith(sorted: readonly string[], beginning: string): readonly string[] {
  const from = firstWhere(sorted, (text) => text >= beginning);
  const end = firstWhere(sorted, (text) => text >= beginning && !text.startsWith(beginning));
  return sorted.slice(from, end);
}

/** The place of the first text from which on something holds. */
function firstWhere(sorted: readonly string[], holds: (text: string) => boolean): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(sorted[middle] ?? "")) high = middle;
    else low = middle + 1;
  }
  return low;
}

function arnsIn({ streams, channels }: ScannedRegion): string[] {
  const ofStreams = streams.known ? streams.value : [];
  const ofConsumers = ofStreams.flatMap(({ consumers }) => (consumers.known ? consumers.value : []));
  const ofChannels = channels.known ? channels.value : [];
  return [...ofStreams, ...ofConsumers, ...ofChannels].map(({ arn }) => arn);
}

/** An ARN that ends early stands for everything that begins so. */
function partsOf(pattern: string): PatternParts {
  const written = withoutVariables(pattern);
  const [, partition = "*", , region = "*", accountId = "*", ...resource] = written.split(":");
  return {
    open: written,
    partition,
    region,
    accountId,
    resource: resource.length > 0 ? resource.join(":") : "*",
  };
}

function open(action: string, pattern: string, why: string): Named {
  const message = `Whether ${pattern} names anything is not known: ${why}.`;
  return { kind: "open", gap: { action, reason: "not-collected", message, resource: pattern } };
}
