import type { ReactNode } from "react";
import { metadataWords, rotationWords } from "@/components/keys/key-facts";
import type { Go } from "@/components/links";
import { LastKnown } from "@/components/status/last-known";
import { PolicyOrNone, Tags } from "@/components/stream/stream-data";
import { EncryptionCell } from "@/components/streams/encryption-cell";
import { Facts, type Fact } from "@/components/ui/facts";
import { countOf } from "@/lib/format/count-of";
import { formatHours } from "@/lib/format/hours";
import { isSameGap, lastKnown, ofEarlier, type Earlier, type EarlierStream } from "@/lib/model/earlier";
import type { Gap, Observed } from "@/lib/model/observed";
import type { ReportKey, ReportStream, StreamFacts } from "@/lib/model/report";

interface LastKnownFactsProps {
  readonly stream: ReportStream;
  /** The key that it is encrypted with now. */
  readonly reportKey: ReportKey | undefined;
  readonly earlier: Earlier<EarlierStream> | undefined;
  /** What is missing: the facts behind it are shown. */
  readonly gaps: readonly Gap[];
  readonly go: Go;
  /** Whose facts they are, where the page does not say. */
  readonly children?: ReactNode;
}

/** What the scan before read where this one has gaps; nothing where it read nothing of that either. */
export function LastKnownFacts(props: LastKnownFactsProps) {
  const { earlier, children } = props;
  const facts = earlier ? [...streamFacts(props), ...keyFacts(props)] : [];
  if (!earlier || facts.length === 0) return null;
  return (
    <div role="note" aria-label="Last known" className="mt-3 text-sm">
      {children}
      <LastKnown scan={earlier.scan}>
        <Facts facts={facts} />
      </LastKnown>
    </div>
  );
}

function streamFacts({ stream: { arn, facts }, earlier, gaps, go }: LastKnownFactsProps): Fact[] {
  function row<T>(
    name: string,
    pick: (of: StreamFacts) => Observed<T>,
    write: (value: T) => ReactNode,
  ): Fact[] {
    return rowOf(
      { name, now: pick(facts), earlier: ofEarlier(earlier, (was) => pick(was.facts)), gaps },
      write,
    );
  }
  return [
    ...row(
      "Encryption",
      ({ encryption }) => encryption,
      () => earlier && <EncryptionCell {...earlier.value} />,
    ),
    ...row("Retention", ({ retentionHours }) => retentionHours, formatHours),
    ...row(
      "Mode",
      ({ mode }) => mode,
      (mode) => mode,
    ),
    ...row("Shards", ({ shards }) => shards, String),
    ...row("Channels", ({ channels }) => channels, String),
    ...row(
      "Consumers",
      ({ consumers }) => consumers,
      ({ length }) => countOf(length, "registered consumer"),
    ),
    ...row(
      "Resource policy",
      ({ resourcePolicy }) => resourcePolicy,
      (has) => <PolicyOrNone has={has} arn={arn} go={go} />,
    ),
    ...row(
      "Tags",
      ({ tags }) => tags,
      (tags) => <Tags tags={tags} />,
    ),
  ];
}

function keyFacts({ reportKey: key, earlier, gaps, go }: LastKnownFactsProps): Fact[] {
  const was = ofEarlier(earlier, ({ keys }) => keys.find(({ arn }) => arn === key?.arn));
  if (!key || !was) return [];
  function row<T>(
    name: string,
    pick: (of: ReportKey) => Observed<T>,
    write: (value: T) => ReactNode,
  ): Fact[] {
    return key ? rowOf({ name, now: pick(key), earlier: ofEarlier(was, pick), gaps }, write) : [];
  }
  return [
    ...row("Key", ({ metadata }) => metadata, metadataWords),
    ...row("Rotation", ({ rotation }) => rotation, rotationWords),
    ...row(
      "Key policy",
      ({ policy }) => policy,
      () => <PolicyOrNone has arn={key.arn} go={go} />,
    ),
  ];
}

interface RowOf<T> {
  readonly name: string;
  readonly now: Observed<T>;
  readonly earlier: Earlier<Observed<T>> | undefined;
  readonly gaps: readonly Gap[];
}

function rowOf<T>({ name, now, earlier, gaps }: RowOf<T>, write: (value: T) => ReactNode): Fact[] {
  const known = lastKnown(now, earlier);
  if (now.known || !known || !gaps.some((gap) => isSameGap(gap, now.gap))) return [];
  return [{ name, value: write(known.value) }];
}
