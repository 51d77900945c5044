import { toRoleStream } from "@/lib/kinesis/four-roles/to-role-stream";
import { findDocument } from "@/lib/remediation/documents";
import type { RawStatement } from "@/lib/remediation/edit-statements";
import type { Fix, FixInput } from "@/lib/remediation/fix";
import { editManaged } from "@/lib/remediation/fixes/edit-managed";
import { plainRolePolicy } from "@/lib/remediation/fixes/plain-roles";
import { asideForAdministrators } from "@/lib/remediation/fixes/aside-for-administrators";
import { policyFix } from "@/lib/remediation/fixes/policy-fix";

/** KDS-LP-01: of everything, what one role of the course needs; what else its holders need, they have to say. */
export function narrowEverything(input: FixInput): Fix | undefined {
  const { document } = input.finding.cause;
  const statements = administering(input);
  if (!document || !statements) return undefined;
  const change = {
    words:
      "Put the policy of the course's administrators in the place of the statement, and beside it what the holders need of other services, by name.",
    announces: [
      {
        words:
          "Whatever else the holders do by this policy is refused from then on: list it first, by what they called (iam:GenerateServiceLastAccessedDetails).",
      },
      ...asideForAdministrators.map((checkId) => ({
        checkId,
        words: "Whoever administered the account is judged as others are from then on.",
      })),
    ],
    edit: () => statements,
  };
  return findDocument(input.snapshot, document.policyId)
    ? policyFix(input, change)
    : editManaged(input, change);
}

/** Undefined where there is no stream to administer. */
function administering({ finding, snapshot }: FixInput): readonly RawStatement[] | undefined {
  const accountId = finding.subjects[0]?.accountId;
  const regions = snapshot.accounts.find((each) => each.accountId === accountId)?.regions ?? [];
  const streams = regions.flatMap((region) =>
    region.streams.known ? region.streams.value.map((stream) => toRoleStream(stream, region)) : [],
  );
  if (streams.length === 0) return undefined;
  const document = plainRolePolicy(streams, "administrators");
  return document?.Statement.map(({ Sid, Effect, Action, Resource }) => ({
    Sid,
    Effect,
    Action: [Action].flat(),
    Resource: [Resource].flat(),
  }));
}
