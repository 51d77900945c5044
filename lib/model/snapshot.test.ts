import { expect, it } from "vitest";
import { snapshotSchema } from "@/lib/model/snapshot";
import { buildSnapshot } from "@/lib/model/test-snapshot";

it("reads a snapshot of a version that read less: what it did not read is a gap with a name", () => {
  const { accounts, ...head } = buildSnapshot();
  const older = accounts.map(({ serviceUses: _uses, regions, ...account }) =>
    Object.assign(account, {
      regions: regions.map(
        ({ pipes: _pipes, instances: _instances, encryptionEvents: _events, ...region }) => region,
      ),
    }),
  );
  const parsed = snapshotSchema.parse({ ...head, accounts: older });
  const gap = (action: string) => ({
    known: false,
    gap: { action, reason: "not-collected", message: expect.stringContaining("Scan again") },
  });
  expect(parsed.accounts[0]).toMatchObject({
    serviceUses: gap("iam:GenerateServiceLastAccessedDetails"),
    regions: [
      {
        pipes: gap("pipes:ListPipes"),
        instances: gap("ec2:DescribeInstances"),
        encryptionEvents: gap("cloudtrail:LookupEvents"),
      },
    ],
  });
});
