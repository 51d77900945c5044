import type { Check } from "@/lib/model/check";
import { accessKeysYoungAndInUse } from "@/lib/checks/access-keys-young-and-in-use";
import { actionWildcardsWithinDuty } from "@/lib/checks/action-wildcards-within-duty";
import { administeringNeedsMfa } from "@/lib/checks/administering-needs-mfa";
import { administratorsCannotTouchRecords } from "@/lib/checks/administrators-cannot-touch-records";
import { readersConfirmed } from "@/lib/checks/attested/readers-confirmed";
import { sensitiveFieldsEncrypted } from "@/lib/checks/attested/sensitive-fields-encrypted";
import { dutyHasOwnPolicy } from "@/lib/checks/duty-has-own-policy";
import { endpointAvailable } from "@/lib/checks/endpoint-available";
import { endpointPolicyNarrow } from "@/lib/checks/endpoint-policy-narrow";
import { endpointSecurityGroup } from "@/lib/checks/endpoint-security-group";
import { exposingActionsHeldByFew } from "@/lib/checks/exposing-actions-held-by-few";
import { grantsMatchStreams } from "@/lib/checks/grants-match-streams";
import { holdersUseKinesis } from "@/lib/checks/history/holders-use-kinesis";
import { noRecordBeforeEncryption } from "@/lib/checks/history/no-record-before-encryption";
import { keyAndStreamFit } from "@/lib/checks/key-and-stream-fit";
import { keyClosedToStrangers } from "@/lib/checks/key-closed-to-strangers";
import { keyManagersCannotUseKey } from "@/lib/checks/key-managers-cannot-use-key";
import { keyRotated } from "@/lib/checks/key-rotated";
import { keyUsable } from "@/lib/checks/key-usable";
import { workloadsReachKinesisPrivately } from "@/lib/checks/network/workloads-reach-kinesis-privately";
import { noAllowByException } from "@/lib/checks/no-allow-by-exception";
import { noFullAccessToEveryStream } from "@/lib/checks/no-full-access-to-every-stream";
import { noPolicyAllowsEverything } from "@/lib/checks/no-policy-allows-everything";
import { noSelfGrantedAccess } from "@/lib/checks/no-self-granted-access";
import { policyServesOneDuty } from "@/lib/checks/policy-serves-one-duty";
import { recordsByNameOnly } from "@/lib/checks/records-by-name-only";
import { recordsNotRoundEndpoint } from "@/lib/checks/records-not-round-endpoint";
import { requestsNeedTls } from "@/lib/checks/requests-need-tls";
import { reshardingKeptApart } from "@/lib/checks/resharding-kept-apart";
import { rolesAssumedByKnownPrincipals } from "@/lib/checks/roles-assumed-by-known-principals";
import { rootUserWithoutAccessKey } from "@/lib/checks/root-user-without-access-key";
import { scanningRoleCannotTouchRecords } from "@/lib/checks/scanning-role-cannot-touch-records";
import { recordsLeaveToKnownPlaces } from "@/lib/checks/sharing/records-leave-to-known-places";
import { sharingNamesPrincipals } from "@/lib/checks/sharing-names-principals";
import { streamEncryptedAtRest } from "@/lib/checks/stream-encrypted-at-rest";
import { streamEncryptedWithCustomerKey } from "@/lib/checks/stream-encrypted-with-customer-key";
import { streamPolicyAdmitsKnownAccounts } from "@/lib/checks/stream-policy-admits-known-accounts";
import { streamTagged } from "@/lib/checks/stream-tagged";
import { fipsEndpointWhereRequired } from "@/lib/checks/transport/fips-endpoint-where-required";
import { changesLogged } from "@/lib/checks/watching/changes-logged";
import { exposureTold } from "@/lib/checks/watching/exposure-told";
import { retentionLongEnough } from "@/lib/checks/watching/retention-long-enough";
import { usedWithTemporaryCredentials } from "@/lib/checks/used-with-temporary-credentials";
import { writersCannotRead } from "@/lib/checks/writers-cannot-read";

/**
 * Every check, in the order of the course. Ids are never reused; withdrawn are KDS-TLS-03, KDS-NET-06
 * and KDS-OPS-04.
 */
export const checks: readonly Check[] = registered([
  noPolicyAllowsEverything,
  noFullAccessToEveryStream,
  recordsByNameOnly,
  actionWildcardsWithinDuty,
  noAllowByException,
  grantsMatchStreams,
  noSelfGrantedAccess,
  holdersUseKinesis,
  readersConfirmed,
  writersCannotRead,
  administratorsCannotTouchRecords,
  reshardingKeptApart,
  policyServesOneDuty,
  dutyHasOwnPolicy,
  keyManagersCannotUseKey,
  usedWithTemporaryCredentials,
  accessKeysYoungAndInUse,
  rolesAssumedByKnownPrincipals,
  administeringNeedsMfa,
  rootUserWithoutAccessKey,
  requestsNeedTls,
  fipsEndpointWhereRequired,
  streamEncryptedAtRest,
  streamEncryptedWithCustomerKey,
  keyUsable,
  keyRotated,
  keyClosedToStrangers,
  keyAndStreamFit,
  noRecordBeforeEncryption,
  sensitiveFieldsEncrypted,
  workloadsReachKinesisPrivately,
  endpointAvailable,
  endpointSecurityGroup,
  endpointPolicyNarrow,
  recordsNotRoundEndpoint,
  streamPolicyAdmitsKnownAccounts,
  sharingNamesPrincipals,
  recordsLeaveToKnownPlaces,
  changesLogged,
  retentionLongEnough,
  streamTagged,
  scanningRoleCannotTouchRecords,
  exposingActionsHeldByFew,
  exposureTold,
]);

/** Two checks with one id would share findings and waivers. */
export function registered(list: readonly Check[]): readonly Check[] {
  const ids = list.map(({ id }) => id);
  const twice = ids.find((id, at) => ids.indexOf(id) !== at);
  if (twice) throw new Error(`Two checks have the id ${twice}.`);
  return list;
}
