/** Everything in us-east-1, with its keys, by PowerUserAccess. */
const powerUser = "AWSReservedSSO_PowerUserAccess_7c2e9f4a1b6d8350";

/**
 * Who can do what to the streams of the demo account, written out from its policies: A administer, S share, R reshard,
 * P produce, C consume, K manage the key. `?` hangs on a condition, `!` is blocked by the key, `~` hangs on what could not
 * be read of the key, `*` on a document of the principal that cannot be read. Administrators of the account are left out.
 */
export const demoMatrix: Readonly<Record<string, string>> = {
  // One role a duty; records by TLS and through the endpoint alone.
  "payments-ledger": `
    payments-ledger-admin       A
    payments-ledger-resharding  R
    payments-ledger-producer    P?
    payments-ledger-consumer    C?
    payments-key-admin          K`,
  // Another account's own policies decide, too, about the stream and about its key.
  "customer-profile-changes": `
    customer-profile-writer        P
    profile-insights@555566667777  C?`,
  "eu-clickstream": "clickstream-firehose C",
  // The key's policy and grants were denied: nobody knows whom they let in.
  "audit-trail": `
    ${powerUser}                    A S R P~ C~ K*
    maria.keller                    A S R P~ C~ K*
    data-platform-admin             A S R P~ C~
    order-enrichment-role-x3k9q2pl  C~
    raj.patel                       C~
    svc-iot-gateway                 P~`,
  // Shared with an account and the roles known of it, which the AWS managed key keeps out.
  clickstream: `
    ${powerUser}                    A S R P C
    maria.keller                    A S R P C
    data-platform-admin             A S R P C
    data-sharing-broker             S
    lena.fischer                    A R
    github-web-preview              P
    svc-iot-gateway                 P
    clickstream-firehose            C
    order-enrichment-role-x3k9q2pl  C
    raj.patel                       C
    root@555566667777               C?!
    profile-insights@555566667777   C?!
    shipment-reports@555566667777   C?!`,
  // The key is for its own application; what reaches every stream by a wildcard does not reach the key.
  "fraud-cases": `
    ${powerUser}                    A S R P C K
    maria.keller                    A S R P C K
    data-platform-admin             A S R P! C!
    fraud-scoring-flink             P C
    svc-iot-gateway                 P!
    order-enrichment-role-x3k9q2pl  C!
    raj.patel                       C!`,
  "fraud-signals": `
    ${powerUser}                    A S R P C K
    maria.keller                    A S R P C K
    data-platform-admin             A S R P! C!
    fraud-scoring-flink             C
    svc-iot-gateway                 P!
    order-enrichment-role-x3k9q2pl  C!
    raj.patel                       C!`,
  // The key admits everybody. Two roles have documents that cannot be read, within a boundary to this stream.
  "inventory-snapshots": `
    ${powerUser}                    A S R P C K
    maria.keller                    A S R P C K
    data-platform-admin             A S R P C
    inventory-batch                 A* S* R* P*~ C*~ K*
    nightly-export                  A* S* R* P*~ C*~ K*
    lena.fischer                    A
    tom.okafor                      A
    svc-iot-gateway                 P
    order-enrichment-role-x3k9q2pl  C
    raj.patel                       C`,
  // Not encrypted, and shared with a whole account that nobody knows.
  "iot-telemetry": `
    ${powerUser}                    A S R P C
    maria.keller                    A S R P C
    data-platform-admin             A S R P C
    svc-iot-gateway                 A S R P C
    data-sharing-broker             S
    telemetry-router                P
    vendor-monitoring               C
    order-enrichment-role-x3k9q2pl  C
    raj.patel                       C
    root@999988887777               P? C?`,
  // The key is another account's, whose policy only that account can read.
  "loyalty-points": `
    ${powerUser}                    A S R P~ C~ K*
    maria.keller                    A S R P~ C~ K*
    data-platform-admin             A S R P~ C~
    svc-iot-gateway                 P~
    svc-partner-upload              P?~
    order-enrichment-role-x3k9q2pl  C~
    raj.patel                       C~`,
  // The pipe may read the stream and not decrypt it.
  "orders-events": `
    ${powerUser}                    A S R P C K
    maria.keller                    A S R P C K
    data-platform-admin             A S R P! C!
    orders-stream-processor         A P C K
    github-orders-release           A
    lena.fischer                    A R
    orders-api-producer             P?
    svc-orders-producer             P
    svc-iot-gateway                 P!
    orders-archive-pipe             C!
    order-enrichment-role-x3k9q2pl  C!
    raj.patel                       C!`,
  // The key lets whoever reads the stream through Kinesis decrypt; the reader is told by its team's tag.
  "search-index-updates": `
    ${powerUser}                    A S R P C K
    maria.keller                    A S R P C K
    data-platform-admin             A S R P C
    lena.fischer                    A R
    svc-iot-gateway                 P
    search-indexer                  C
    order-enrichment-role-x3k9q2pl  C
    raj.patel                       C`,
  // Read from another account through an enhanced fan-out consumer's own policy.
  "shipment-tracking": `
    ${powerUser}                    A S R P C K
    maria.keller                    A S R P C K
    data-platform-admin             A S R P! C!
    data-sharing-broker             S
    lena.fischer                    A R
    partner-fulfilment              P
    svc-iot-gateway                 P!
    analytics-shipment-reader       C
    order-enrichment-role-x3k9q2pl  C!
    raj.patel                       C!
    shipment-reports@555566667777   C?`,
  // Engineers may delete what is tagged dev, with MFA.
  "web-sessions-dev": `
    ${powerUser}                    A S R P C
    maria.keller                    A S R P C
    data-platform-admin             A S R P C
    lena.fischer                    A?
    tom.okafor                      A?
    github-web-preview              P
    svc-iot-gateway                 P
    order-enrichment-role-x3k9q2pl  C
    raj.patel                       C`,
};
