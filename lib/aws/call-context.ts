import "server-only";
import type { AwsCaller } from "@/lib/aws/aws-caller";
import type { Clients } from "@/lib/aws/clients";

/** What a collector gets: where it reads, and with what. */
export interface CallContext {
  readonly accountId: string;
  readonly partition: string;
  readonly region: string;
  readonly clients: Clients;
  readonly aws: AwsCaller;
  /** True where requests go elsewhere than to AWS: emulators leave out what AWS never does. */
  readonly customEndpoint: () => boolean;
}
