import { defineAccountCheck } from "@/lib/model/check";
import { readsOf } from "@/lib/model/observed";
import { conclude, unknown } from "@/lib/checks/judgement";
import { counted } from "@/lib/checks/enumerate";
import { framework } from "@/lib/checks/frameworks";
import { accountSubject } from "@/lib/checks/subject";

export const rootUserWithoutAccessKey = defineAccountCheck({
  id: "KDS-CRED-05",
  set: "extended",
  scope: "account",
  severity: "critical",
  title: "The root user has no access key",
  rationale:
    "No policy of the account limits the root user: its key can delete every stream, read every record and close the account. It cannot be narrowed, and it works without MFA.",
  looksAt: "How many access keys the account's summary counts for the root user.",
  remediation:
    "Sign in as the root user, delete its access keys under Security credentials, and give whatever used them a role. Keep MFA on the root user.",
  frameworks: { [framework.securityHub]: ["IAM.4"] },
  sources: [
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/root-user-best-practices.html",
    "https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountSummary.html",
  ],
  reads: ["accountSummary"],
  *evaluate(input) {
    const { accountSummary, accountId } = input;
    const subject = accountSubject(input);
    if (!accountSummary.known) {
      yield unknown(subject, accountSummary.gap);
      return;
    }
    const { rootAccessKeysPresent } = accountSummary.value;
    const label = `The root user of account ${accountId} has ${counted(rootAccessKeysPresent, "access key")}.`;
    const cause = { kind: "setting", id: "root-access-key", label, severity: "critical" } as const;
    yield conclude({
      subject,
      causes: rootAccessKeysPresent === 0 ? [] : [cause],
      gaps: [],
      reads: readsOf(accountSummary),
      passes: "The root user has no access key.",
      heaviest: "critical",
    });
  },
});
