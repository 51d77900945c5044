import type { AccessPrincipal, AccessResource, PolicySource } from "@/lib/iam/access-index/access-input";
import { homeAccount, otherAccounts } from "./random-names";
import { randomActions, randomCondition } from "./random-statements";
import type { StatementWorld } from "./random-statements";

/** What AWS's own examples of stream policies grant: to write, to read, to subscribe. */
const publishedActions: readonly [readonly string[], ...(readonly string[])[]] = [
  ["kinesis:DescribeStreamSummary", "kinesis:ListShards", "kinesis:PutRecord", "kinesis:PutRecords"],
  ["kinesis:DescribeStreamSummary", "kinesis:ListShards", "kinesis:GetRecords", "kinesis:GetShardIterator"],
  ["kinesis:DescribeStreamConsumer", "kinesis:SubscribeToShard"],
];

/** A policy of a resource: mostly it names one or two, sometimes an account, seldom everybody. */
export function randomResourcePolicy(
  world: StatementWorld,
  { arn, kind }: AccessResource,
  principals: readonly AccessPrincipal[],
): PolicySource {
  const { random } = world;
  const Statement = Array.from({ length: 1 + random.below(2) }, () => {
    const isDeny = random.percent(20);
    const exempts = isDeny && random.percent(world.shares.negated);
    const named = randomNamed(world, principals);
    return {
      Effect: isDeny ? "Deny" : "Allow",
      ...(exempts ? { NotPrincipal: named } : { Principal: named }),
      Action: random.percent(world.shares.oddGrants) ? randomActions(world) : usualActions(world, kind),
      Resource: random.percent(80) ? arn : "*",
      ...(random.percent(world.shares.condition) && { Condition: randomCondition(random) }),
    };
  });
  return { policy: `${arn}#policy`, text: JSON.stringify({ Version: "2012-10-17", Statement }) };
}

function usualActions({ random }: StatementWorld, kind: string): readonly string[] {
  if (kind === "key") return random.pick([["kms:*"], ["kms:Decrypt", "kms:GenerateDataKey"]]);
  return kind === "role" ? ["sts:AssumeRole"] : random.pick(publishedActions);
}

function randomNamed({ random }: StatementWorld, principals: readonly AccessPrincipal[]): unknown {
  const kind = random.below(100);
  const arns = Array.from(
    { length: 1 + random.below(3) },
    () => principals[random.below(principals.length)]?.arn ?? homeAccount,
  );
  if (kind < 65) return { AWS: arns };
  if (kind < 75) return { AWS: arns.map(sessionOf) };
  if (kind < 92) return { AWS: random.pick([`arn:aws:iam::${homeAccount}:root`, ...otherAccounts]) };
  if (kind < 96) return { AWS: [...arns, homeAccount] };
  if (kind < 97) return { Service: "lambda.amazonaws.com" };
  return "*";
}

function sessionOf(arn: string): string {
  return arn
    .replace(":iam::", ":sts::")
    .replace(/:role\/(?:.*\/)?/, ":assumed-role/")
    .replace(/$/, "/session");
}
