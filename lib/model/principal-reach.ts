import type { Duty } from "@/lib/model/duty";

/** On how many streams a principal holds a duty, and on how many it may, or is stopped by the key. */
export interface DutyReach {
  readonly held: number;
  readonly unknown: number;
  readonly blocked: number;
}

/** What a principal can do, over all streams of a scan. An account administrator can do everything besides. */
export interface PrincipalReach {
  readonly standing: "account-administrator" | "shadow-administrator" | "stream-administrator" | "ordinary";
  /** Streams on which it holds any duty. */
  readonly streams: number;
  /** Streams of which nothing is known but that it may hold something. */
  readonly unknownStreams: number;
  readonly duties: Readonly<Partial<Record<Duty, DutyReach>>>;
}
