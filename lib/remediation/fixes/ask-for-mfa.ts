import type { Fix, FixInput } from "@/lib/remediation/fix";
import { consumersNamed, dutyRefusals } from "@/lib/remediation/fixes/duty-refusals";
import { refuseActions } from "@/lib/remediation/fixes/refuse-actions";

/** Absent in requests that are signed with a key of long standing, hence `IfExists`. */
const withoutMfa = { BoolIfExists: { "aws:MultiFactorAuthPresent": "false" } };

/** KDS-CRED-04: whoever administers says a second time who they are. */
export function askForMfa(input: FixInput): Fix | undefined {
  const { cause, streamArns } = input.finding;
  const [, roleArn] = cause.id.split(" as ");
  const refusals =
    roleArn === undefined
      ? dutyRefusals(["administer", "share"], { streamArns })
      : [{ Action: "sts:AssumeRole", Resource: roleArn }];
  return refuseActions(input, {
    words:
      roleArn === undefined
        ? "Refuse the user to administer and share streams without MFA."
        : "Refuse the user to take the role without MFA.",
    about: "mfa-first",
    refusals: () => refusals.map((refusal) => Object.assign({}, refusal, { Condition: withoutMfa })),
    announces: [
      ...(roleArn === undefined ? [consumersNamed] : []),
      {
        words:
          "A script that signs with the user's access key has to ask sts:GetSessionToken with a code first.",
      },
    ],
  });
}
