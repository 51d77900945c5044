import {
  CreatePolicyCommand,
  CreatePolicyVersionCommand,
  GetPolicyCommand,
  type ManagedPolicyDetail,
} from "@aws-sdk/client-iam";
import type { SeedContext } from "./seed-context";

/** Customer managed policies with their versions. Those of AWS are the emulator's to have. */
export async function seedPolicies(
  context: SeedContext,
  policies: readonly ManagedPolicyDetail[],
): Promise<void> {
  const own = policies.filter(({ Arn }) => Arn?.split(":")[4] !== "aws");
  for (const policy of own) await seedPolicy(context, policy);
}

async function seedPolicy(
  { clients, log, translation }: SeedContext,
  { PolicyName = "", Path, Description, Arn = "", PolicyVersionList = [] }: ManagedPolicyDetail,
): Promise<void> {
  // IAM lists the newest version first.
  const [first, ...later] = PolicyVersionList.toReversed();
  const made = await log.make("managed policies", PolicyName, {
    find: async () => {
      const { Policy } = await clients.iam.send(new GetPolicyCommand({ PolicyArn: translation.of(Arn) }));
      return Policy && "there";
    },
    make: async () => {
      const PolicyDocument = translation.of(first?.Document ?? "");
      await clients.iam.send(new CreatePolicyCommand({ PolicyName, Path, Description, PolicyDocument }));
      return "made";
    },
  });
  if (made !== "made") return;
  for (const { Document = "", IsDefaultVersion, VersionId } of later) {
    await log.make("policy versions", `${PolicyName} ${VersionId ?? ""}`, {
      make: () =>
        clients.iam.send(
          new CreatePolicyVersionCommand({
            PolicyArn: translation.of(Arn),
            PolicyDocument: translation.of(Document),
            SetAsDefault: IsDefaultVersion,
          }),
        ),
    });
  }
}
