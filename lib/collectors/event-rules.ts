import "server-only";
import { ListRulesCommand, ListTargetsByRuleCommand } from "@aws-sdk/client-eventbridge";
import { z } from "zod";
import type { CallContext } from "@/lib/aws/call-context";
import { calls } from "@/lib/aws/calls";
import { compareText, readPages, sortedBy, uniqueBy } from "@/lib/collectors/read-pages";
import type { EventRule } from "@/lib/model/event-rule";
import { known, type Observed } from "@/lib/model/observed";

const ruleSchema = z.object({
  Arn: z.string().min(1),
  Name: z.string().min(1),
  State: z.string(),
  EventPattern: z.string().nullish(),
});
const rulesSchema = z.object({ Rules: z.array(ruleSchema), NextToken: z.string().nullish() });
const targetsSchema = z.object({
  Targets: z.array(z.object({ Arn: z.string().min(1) })),
  NextToken: z.string().nullish(),
});

type ListedRule = z.infer<typeof ruleSchema>;

/** The default bus is where AWS's own events arrive. Of a target its ARN is kept: inputs may hold anything. */
export async function collectEventRules(context: CallContext): Promise<Observed<EventRule[]>> {
  const { aws, region } = context;
  const listed = await aws.observe(calls.listRules, { region }, () => listRules(context));
  if (!listed.known) return listed;
  const waiting = listed.value.flatMap(({ EventPattern: pattern, ...rule }) =>
    pattern ? [{ rule, pattern }] : [],
  );
  aws.progress.plan(calls.listTargetsByRule.action, region, waiting.length);
  const rules = waiting.map(async ({ rule, pattern }) => ({
    arn: rule.Arn,
    name: rule.Name,
    state: rule.State,
    pattern,
    targetArns: await readTargets(context, rule),
  }));
  return known(await Promise.all(rules), listed.read);
}

async function listRules({ aws, clients, region }: CallContext): Promise<ListedRule[]> {
  const rules = await readPages(calls.listRules, { region }, async (token) => {
    const { Rules, NextToken } = await aws.ask(calls.listRules, {
      region,
      schema: rulesSchema,
      send: (options) =>
        clients.eventbridge.send(new ListRulesCommand({ Limit: 100, NextToken: token }), options),
    });
    return { items: Rules, next: NextToken };
  });
  const byArn = ({ Arn }: ListedRule) => Arn;
  return sortedBy(uniqueBy(rules, byArn), byArn);
}

async function readTargets(
  { aws, clients, region }: CallContext,
  rule: Pick<ListedRule, "Arn" | "Name">,
): Promise<Observed<string[]>> {
  const call = calls.listTargetsByRule;
  const place = { region, resource: rule.Arn };
  return aws.observe(call, place, async () => {
    const targets = await readPages(call, place, async (token) => {
      const { Targets, NextToken } = await aws.ask(call, {
        ...place,
        schema: targetsSchema,
        send: (options) =>
          clients.eventbridge.send(
            new ListTargetsByRuleCommand({ Rule: rule.Name, Limit: 100, NextToken: token }),
            options,
          ),
      });
      return { items: Targets, next: NextToken };
    });
    return [...new Set(targets.map(({ Arn }) => Arn))].toSorted(compareText);
  });
}
