import { readers, type RoleOptions } from "@/lib/kinesis/four-roles/four-roles";
import { QueryReader, type QueryInput, type QueryProblem } from "@/lib/server/query";

export const roleParameters = [
  "share",
  "wide",
  "reader",
  "fanout",
  "application",
  "tls",
  "vpce",
  "with",
] as const;

export interface RoleWish {
  readonly options: RoleOptions;
  /** Names of further streams of the same account and Region. */
  readonly others: readonly string[];
}

/** What of a query could be understood, and what could not. */
export function parseRoleWish(query: QueryInput): {
  readonly wish: RoleWish;
  readonly problems: readonly QueryProblem[];
} {
  const reader = new QueryReader(query);
  const isOn = (parameter: string) => reader.oneOf(parameter, ["1", "on"]) !== undefined;
  const application = reader.text("application", 200);
  const vpcEndpointIds = listIn(reader.text("vpce"));
  const readBy = reader.oneOf("reader", readers) ?? "shards";
  const wish: RoleWish = {
    options: {
      share: isOn("share"),
      regionWide: isOn("wide"),
      reader: readBy,
      fanOut: isOn("fanout"),
      requireTls: isOn("tls"),
      vpcEndpointIds: vpcEndpointIds.filter(isEndpointId),
      ...(application !== undefined && isTableName(application) && { application }),
    },
    others: listIn(reader.text("with", 16_384)),
  };
  const problems = [
    ...reader.problems,
    ...vpcEndpointIds
      .filter((id) => !isEndpointId(id))
      .map((id) =>
        problem(
          "vpce",
          `${JSON.stringify(id)} is not the id of a VPC endpoint, such as vpce-0a1b2c3d4e5f60718.`,
        ),
      ),
    ...(application !== undefined && !isTableName(application)
      ? [
          problem(
            "application",
            "The application's name becomes the name of a table: letters, digits, _, . and - alone.",
          ),
        ]
      : []),
    ...(readBy === "kcl" && application === undefined
      ? [
          problem(
            "application",
            "KCL names its tables after the application: without a name they are left out.",
          ),
        ]
      : []),
  ];
  return { wish, problems };
}

function problem(parameter: string, message: string): QueryProblem {
  return { parameter, message };
}

function listIn(text = ""): string[] {
  return [...new Set(text.split(/[\s,]+/).filter((part) => part !== ""))];
}

function isEndpointId(text: string): boolean {
  return /^vpce-[0-9a-f]{8,17}$/.test(text);
}

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html */
function isTableName(text: string): boolean {
  return /^[\w.-]{3,200}$/.test(text);
}
