export interface DemoStoryLine {
  readonly region: "us-east-1" | "eu-west-1";
  readonly streamName: string;
  /** What the stream shows, a sentence for documentation. */
  readonly shows: string;
}

/** The streams of the demo account, and what each is there to show. */
export const demoStory: readonly DemoStoryLine[] = [
  line(
    "eu-west-1",
    "payments-ledger",
    "Exemplary: one role and one policy for each duty, a rotated customer key, a tight VPC endpoint.",
  ),
  line(
    "eu-west-1",
    "customer-profile-changes",
    "Shared with one role of the organization; the imported material of its key expires soon.",
  ),
  line("eu-west-1", "eu-clickstream", "The AWS managed key by its alias, and 24 hours of retention."),
  line(
    "us-east-1",
    "audit-trail",
    "Cannot be read in full: its policy, its consumers and its key's policy and grants are denied to the scan.",
  ),
  line(
    "us-east-1",
    "clickstream",
    "Shared with a whole account that cannot read it, because of the AWS managed key.",
  ),
  line(
    "us-east-1",
    "fraud-cases",
    "The same role reads and writes; a wildcard that stays within one application.",
  ),
  line(
    "us-east-1",
    "fraud-signals",
    "The key is pending deletion, and an account outside holds a grant on it.",
  ),
  line(
    "us-east-1",
    "inventory-snapshots",
    "No tags, a disabled key open to everybody, an Allow by NotAction and documents that cannot be read.",
  ),
  line(
    "us-east-1",
    "iot-telemetry",
    "Disaster: not encrypted, shared with a whole unknown account, copied to another's bucket, a user with every right.",
  ),
  line(
    "us-east-1",
    "loyalty-points",
    "A key of another account, contradicting environment tags, and a grant with AWS's malformed example ARN.",
  ),
  line(
    "us-east-1",
    "orders-events",
    "Production with mixed duties, a user with an old key as producer, an unrotated key and a deleted principal.",
  ),
  line(
    "us-east-1",
    "search-index-updates",
    "Readers by tag: whoever may tag the stream decides who reads it.",
  ),
  line(
    "us-east-1",
    "shipment-tracking",
    "Enhanced fan-out with consumer policies, and a partner from outside by role.",
  ),
  line(
    "us-east-1",
    "web-sessions-dev",
    "Development: not encrypted, administered with MFA, written by a role that any GitHub workflow may assume.",
  ),
];

function line(region: DemoStoryLine["region"], streamName: string, shows: string): DemoStoryLine {
  return { region, streamName, shows };
}
