import type {
  ListRulesCommandInput,
  ListRulesCommandOutput,
  ListTargetsByRuleCommandInput,
  ListTargetsByRuleCommandOutput,
} from "@aws-sdk/client-eventbridge";
import { kmsDialect } from "../dialects";
import { pageOf, pageSize } from "../page";
import { awsJson } from "../protocols/aws-json";
import { WireError } from "../wire-error";
import { type Answer, operation, regionOf, type WireContext, type WireService } from "../wire-service";

const load = () => import("@aws-sdk/client-eventbridge");
const invalid = () => new WireError("ValidationException", "1 validation error detected.");
const range = { max: 100, default: 100, invalid };

/** The default event bus and no other. */
export const events: WireService = {
  prefix: "events",
  signingName: "events",
  protocol: awsJson,
  target: "AWSEvents",
  dialect: kmsDialect,
  operations: {
    ListRules: operation(async () => (await load()).ListRules$, listRules),
    ListTargetsByRule: operation(async () => (await load()).ListTargetsByRule$, listTargetsByRule),
  },
};

function listRules(
  { NamePrefix = "", EventBusName, NextToken, Limit }: ListRulesCommandInput,
  context: WireContext,
): Answer<ListRulesCommandOutput> {
  requireDefaultBus(EventBusName);
  const rules = regionOf(kmsDialect, context).eventRules.map(({ rule }) => rule);
  const { items, nextToken } = pageOf(
    rules.filter(({ Name }) => Name?.startsWith(NamePrefix)),
    { operation: "events:ListRules", token: NextToken, limit: pageSize(Limit, range), invalidToken: invalid },
  );
  return { Rules: items, NextToken: nextToken };
}

function listTargetsByRule(
  { Rule: name, EventBusName, NextToken, Limit }: ListTargetsByRuleCommandInput,
  context: WireContext,
): Answer<ListTargetsByRuleCommandOutput> {
  requireDefaultBus(EventBusName);
  const found = regionOf(kmsDialect, context).eventRules.find(({ rule }) => rule.Name === name);
  if (!found) {
    const message = `Rule ${name ?? ""} does not exist on EventBus default.`;
    throw new WireError("ResourceNotFoundException", message);
  }
  const { items, nextToken } = pageOf(found.targets, {
    operation: `events:ListTargetsByRule ${name ?? ""}`,
    token: NextToken,
    limit: pageSize(Limit, range),
    invalidToken: invalid,
  });
  return { Targets: items, NextToken: nextToken };
}

function requireDefaultBus(name: string | undefined): void {
  if (name === undefined || name === "default") return;
  throw new WireError("ResourceNotFoundException", `Event bus ${name} does not exist.`);
}
