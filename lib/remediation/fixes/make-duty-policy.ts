import type { RoleName } from "@/lib/kinesis/four-roles/four-roles";
import { toRoleStream } from "@/lib/kinesis/four-roles/to-role-stream";
import { findStreams } from "@/lib/remediation/change-snapshot";
import type { Fix, FixInput } from "@/lib/remediation/fix";
import { attachNew } from "@/lib/remediation/fixes/attach-new";
import { plainRolePolicy } from "@/lib/remediation/fixes/plain-roles";
import { findIdentity, isChangeable } from "@/lib/remediation/own-identity";

const roleOfDuty: Readonly<Record<string, RoleName>> = {
  administer: "administrators",
  reshard: "resharding",
  produce: "producers",
  consume: "consumers",
};

/** KDS-SOD-05: the course's policy of the duty, beside what one of its holders has already. */
export function makeDutyPolicy({ finding, snapshot }: FixInput): Fix | undefined {
  const [arn = "", duty = ""] = finding.cause.id.split("#");
  const role = roleOfDuty[duty];
  const [stream] = findStreams(snapshot, new Set([arn]));
  const region = snapshot.accounts
    .find(({ accountId }) => accountId === stream?.accountId)
    ?.regions.find((each) => each.region === stream?.region);
  const holder = (finding.cause.principals ?? [])
    .flatMap((principal) => findIdentity(snapshot, principal) ?? [])
    .find(isChangeable);
  if (role === undefined || !stream || !region || !holder) return undefined;
  const document = plainRolePolicy([toRoleStream(stream, region)], role);
  if (!document) return undefined;
  const name = `${stream.name.replaceAll(/[^\w+=,.@-]/g, "-").slice(0, 100)}-${role}`;
  const made = attachNew(holder, [{ name, text: JSON.stringify(document, null, 2) }]);
  return (
    made && {
      ...made,
      words: `Make a policy for the ${role} of ${stream.name}, and attach it to ${holder.identity.name}, which holds the duty already. Then take the duty out of the wider policies, holder by holder.`,
      announces: [
        {
          words: "Whoever the wider policy is taken from later needs this one to go on.",
        },
      ],
    }
  );
}
