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

/** By the check. A further one is a file beside these, and a line here. */
const fixers: Readonly<Record<string, Fixer>> = {
  "KDS-LP-03": nameStreams,
  "KDS-LP-04": spellActions,
  "KDS-CRED-02": deactivateAccessKey,
  "KDS-REST-01": encryptWithOwnKey,
  "KDS-REST-02": encryptWithOwnKey,
  "KDS-REST-03": keepKey,
  "KDS-REST-04": rotateKey,
  "KDS-NET-01": makeEndpoint,
  "KDS-NET-03": closeSecurityGroup,
  "KDS-NET-04": bindEndpoint,
  "KDS-SHR-01": closeStreamPolicy,
  "KDS-OPS-02": keepRecordsLonger,
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
