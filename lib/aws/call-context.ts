import "server-only";
import type { AwsCaller } from "@/lib/aws/aws-caller";
import type { Clients } from "@/lib/aws/clients";
import type { OnDemand } from "@/lib/model/scan";

/** What a collector gets: where it reads, and with what. */
export interface CallContext {
  readonly accountId: string;
  readonly partition: string;
  readonly region: string;
  readonly clients: Clients;
  /** What the scan asks for beside what every scan reads. */
  readonly onDemand: readonly OnDemand[];
  readonly aws: AwsCaller;
  /** True where requests go elsewhere than to AWS: emulators leave out what AWS never does. */
  readonly customEndpoint: () => boolean;
}
