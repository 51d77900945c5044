import { expect, it } from "vitest";
import { accountId } from "@/lib/model/test-place";
import {
  administrator,
  reads,
  roleWith,
  streamAdministrator,
  unreadableRole,
  verdictIn,
  writes,
} from "@/lib/checks/test-access";
import { noFullAccessToEveryStream } from "@/lib/checks/no-full-access-to-every-stream";
import { writersCannotRead } from "@/lib/checks/writers-cannot-read";

const becomesAdministrator = {
  Action: "iam:AttachRolePolicy",
  Resource: `arn:aws:iam::${accountId}:role/shadow`,
};

it("counts who can become an administrator of the account apart", () => {
  const shadow = roleWith("shadow", writes, reads, becomesAdministrator);
  expect(verdictIn(writersCannotRead, { roles: [administrator, streamAdministrator, shadow] })).toMatchObject(
    {
      status: "pass",
      evidence:
        "None: no principal holds these duties on orders. Left aside: 1 administrator of the account (KDS-LP-01), 1 principal that can become one in one step (KDS-LP-07) and 1 administrator of every stream (KDS-LP-02).",
    },
  );
});

it("does not let that hide what an unread document may give", () => {
  const shadow = roleWith("shadow", becomesAdministrator);
  const [odd] = unreadableRole().inlinePolicies;
  const role = { ...shadow, inlinePolicies: [...shadow.inlinePolicies, odd!] };
  expect(verdictIn(noFullAccessToEveryStream, { roles: [role] }).status).toBe("unknown");
});
