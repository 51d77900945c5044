import type { Gap, GapReason } from "@/lib/model/observed";

/** KMS asks the key's own policy too: https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html */
function denied(action: string): string {
  const where = action.startsWith("kms:") ? ", in the policy of the key too," : "";
  return `Allow ${action} for the scanning role${where} and scan again.`;
}

/** What settles a gap, one sentence a reason; each names the action that was refused or failed. */
const adviceByReason: Readonly<Record<GapReason, (action: string) => string>> = {
  "access-denied": denied,
  throttled: (action) => `Scan again with a smaller share of the quota; ${action} was throttled.`,
  "timed-out": (action) => `Scan again; ${action} gave no answer in time.`,
  unreachable: (action) => `Check the way to the endpoint that ${action} goes to, then scan again.`,
  "expired-credentials": () => "Sign in again, so that credentials outlast the scan, and scan again.",
  "not-implemented": (action) => `Scan AWS itself: this endpoint does not offer ${action}.`,
  "region-disabled": () => "Enable the Region for the account, or leave it out of the scan.",
  empty: (action) => `Scan again; ${action} answered without content.`,
  malformed: (action) => `Scan again; ${action} answered in a form that cannot be trusted.`,
  "not-collected": (action) => `This scan did not ask ${action} for it; the page of the scan says why.`,
  unexpected: (action) => `Read what ${action} answered, then scan again.`,
};

export function gapAdvice({ action, reason }: Gap): string {
  return adviceByReason[reason](action);
}
