import type { Fix, Fixer, FixInput } from "@/lib/remediation/fix";
import { bindEndpoint } from "@/lib/remediation/fixes/bind-endpoint";
import { closeSecurityGroup } from "@/lib/remediation/fixes/close-security-group";
import { closeStreamPolicy } from "@/lib/remediation/fixes/close-stream-policy";
import { deactivateAccessKey } from "@/lib/remediation/fixes/deactivate-access-key";
import { encryptWithOwnKey } from "@/lib/remediation/fixes/encrypt-with-own-key";
import { makeEndpoint } from "@/lib/remediation/fixes/make-endpoint";
import { keepRecordsLonger } from "@/lib/remediation/fixes/keep-records-longer";
import { keepKey, rotateKey } from "@/lib/remediation/fixes/key-fixes";
import { nameStreams } from "@/lib/remediation/fixes/name-streams";
import { spellActions } from "@/lib/remediation/fixes/spell-actions";
import { tellOfExposure } from "@/lib/remediation/fixes/tell-of-exposure";
import { askForMfa } from "@/lib/remediation/fixes/ask-for-mfa";
import { askForTls } from "@/lib/remediation/fixes/ask-for-tls";
import { bindToEndpoints } from "@/lib/remediation/fixes/bind-to-endpoints";
import { closeEscalation } from "@/lib/remediation/fixes/close-escalation";
import { closeKey } from "@/lib/remediation/fixes/close-key";
import { closeTrust } from "@/lib/remediation/fixes/close-trust";
import { dropDeadNames } from "@/lib/remediation/fixes/drop-dead-names";
import { fitKey } from "@/lib/remediation/fixes/fit-key";
import {
  administerElsewhere,
  administerWithoutRecords,
  manageKeyElsewhere,
  reshardElsewhere,
  retire,
  writeOnly,
} from "@/lib/remediation/fixes/keep-apart";
import { makeDutyPolicy } from "@/lib/remediation/fixes/make-duty-policy";
import { mendEndpoint } from "@/lib/remediation/fixes/mend-endpoint";
import { narrowEverything } from "@/lib/remediation/fixes/narrow-everything";
import { scanWithoutRecords } from "@/lib/remediation/fixes/scan-without-records";
import { shareOneDuty } from "@/lib/remediation/fixes/share-one-duty";
import { spellExceptions } from "@/lib/remediation/fixes/spell-exceptions";
import { splitDuties } from "@/lib/remediation/fixes/split-duties";
import { stopCarrying } from "@/lib/remediation/fixes/stop-carrying";
import { tagStreams } from "@/lib/remediation/fixes/tag-streams";

/** By the check. A further one is a file beside these, and a line here. */
const fixers: Readonly<Record<string, Fixer>> = {
  "KDS-LP-01": narrowEverything,
  "KDS-LP-02": administerWithoutRecords,
  "KDS-LP-03": nameStreams,
  "KDS-LP-04": spellActions,
  "KDS-LP-05": spellExceptions,
  "KDS-LP-06": dropDeadNames,
  "KDS-LP-07": closeEscalation,
  "KDS-LP-08": retire,
  "KDS-SOD-01": writeOnly,
  "KDS-SOD-02": administerElsewhere,
  "KDS-SOD-03": reshardElsewhere,
  "KDS-SOD-04": splitDuties,
  "KDS-SOD-05": makeDutyPolicy,
  "KDS-SOD-06": manageKeyElsewhere,
  "KDS-CRED-01": retire,
  "KDS-CRED-02": deactivateAccessKey,
  "KDS-CRED-03": closeTrust,
  "KDS-CRED-04": askForMfa,
  "KDS-TLS-01": askForTls,
  "KDS-REST-01": encryptWithOwnKey,
  "KDS-REST-02": encryptWithOwnKey,
  "KDS-REST-03": keepKey,
  "KDS-REST-04": rotateKey,
  "KDS-REST-05": closeKey,
  "KDS-REST-06": fitKey,
  "KDS-NET-01": makeEndpoint,
  "KDS-NET-02": mendEndpoint,
  "KDS-NET-03": closeSecurityGroup,
  "KDS-NET-04": bindEndpoint,
  "KDS-NET-05": bindToEndpoints,
  "KDS-SHR-01": closeStreamPolicy,
  "KDS-SHR-02": shareOneDuty,
  "KDS-SHR-03": stopCarrying,
  "KDS-OPS-02": keepRecordsLonger,
  "KDS-OPS-03": tagStreams,
  "KDS-OPS-05": scanWithoutRecords,
  "KDS-OPS-07": tellOfExposure,
};

/**
 * How a failing finding is put right by what was read; undefined where that is a decision of people, or where only
 * AWS can change what is to blame.
 */
export function findFix(input: FixInput): Fix | undefined {
  const { checkId, status } = input.finding;
  if (status === "unknown" || !Object.hasOwn(fixers, checkId)) return undefined;
  return fixers[checkId]?.(input);
}
