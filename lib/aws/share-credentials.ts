import "server-only";

interface AwsIdentity {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
  readonly expiration?: Date;
}

export type AwsCredentials = () => Promise<AwsIdentity>;

/** Credentials that end sooner are fetched anew, in milliseconds. */
const marginMs = 5 * 60_000;

/** Makes many clients ask once: each client on its own would assume the role again. */
export function shareCredentials(provide: AwsCredentials, now: () => number = Date.now): AwsCredentials {
  let held: AwsIdentity | undefined;
  let pending: Promise<AwsIdentity> | undefined;

  const fetchOnce = async () => {
    try {
      held = await provide();
      return held;
    } finally {
      pending = undefined;
    }
  };

  return () => {
    const endsAt = held?.expiration?.getTime() ?? Number.POSITIVE_INFINITY;
    if (held && endsAt - now() > marginMs) return Promise.resolve(held);
    pending ??= fetchOnce();
    return pending;
  };
}
