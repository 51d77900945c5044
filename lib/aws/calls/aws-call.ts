import "server-only";
import type { OnDemand } from "@/lib/model/scan";

/** A call that the code can make, and there are no others: a test reads the sources for commands. */
export interface AwsCall {
  /** The IAM action, which is `service:Operation` for all of them. */
  readonly action: string;
  /** Calls that AWS accepts per second, account and Region, unless the flags below say otherwise. */
  readonly perSecond: number;
  /** Where the rate is documented; absent: AWS publishes none, and the number is a careful guess. */
  readonly rateSource?: string;
  /** One endpoint for all Regions: its quota is the account's. */
  readonly global?: true;
  /** The quota is each stream's own. */
  readonly perResource?: true;
  /** What of the answer is kept; the rest is dropped before anything is stored or logged. */
  readonly keeps: readonly string[];
  /** Made only by a scan that asks for it. */
  readonly onDemand?: OnDemand;
  /** Not part of the scan's policy: it is the caller's right to take the role on, not the role's. */
  readonly grantedToCaller?: true;
}
