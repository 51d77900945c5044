import type { RoleDetail } from "@aws-sdk/client-iam";
import { buildRole } from "./build-identity";
import { euWest1, keyArn, policyArn } from "./identifiers";
import { euKeyIds } from "./key-ids";
import { paymentsRoleArns } from "./payments-role-names";
import { pretty } from "./policy-document";
import { trustAws, trustServiceForThisAccount } from "./trust";

const facts = {
  path: "/payments/",
  createdOn: "2026-01-12",
  tags: { team: "payments", application: "ledger" },
};
const lastUsed = { on: "2026-08-31", region: euWest1 };
const perimeter = policyArn("payments-ledger-perimeter");

/** One role for each duty on payments-ledger; people come in by federation, workloads by their service. */
export function paymentsRoles(): RoleDetail[] {
  return [
    buildRole({
      ...facts,
      name: "payments-ledger-admin",
      trust: trustAws(paymentsRoleArns.team),
      attached: [policyArn("payments-ledger-administration")],
      lastUsed,
    }),
    buildRole({
      ...facts,
      name: "payments-ledger-resharding",
      trust: trustAws(paymentsRoleArns.team),
      attached: [policyArn("payments-ledger-resharding")],
    }),
    buildRole({
      ...facts,
      name: "payments-ledger-producer",
      trust: trustServiceForThisAccount("ecs-tasks.amazonaws.com"),
      attached: [policyArn("payments-ledger-production"), perimeter],
      lastUsed,
    }),
    buildRole({
      ...facts,
      name: "payments-ledger-consumer",
      trust: trustServiceForThisAccount("ecs-tasks.amazonaws.com"),
      attached: [policyArn("payments-ledger-consumption"), perimeter],
      lastUsed,
    }),
    buildRole({
      ...facts,
      name: "payments-key-admin",
      trust: trustAws(paymentsRoleArns.team),
      inline: {
        "administer-ledger-key": pretty({
          Sid: "LifecycleOnly",
          Effect: "Allow",
          Action: [
            "kms:DescribeKey",
            "kms:EnableKeyRotation",
            "kms:DisableKey",
            "kms:ScheduleKeyDeletion",
            "kms:CancelKeyDeletion",
          ],
          Resource: keyArn(euWest1, euKeyIds.paymentsLedger),
        }),
      },
    }),
  ];
}
