import type {
  EntityType,
  GetAccountAuthorizationDetailsCommandInput,
  GetAccountAuthorizationDetailsCommandOutput,
  GetAccountSummaryCommandInput,
  GetAccountSummaryCommandOutput,
} from "@aws-sdk/client-iam";
import type { IamFacts } from "../../account-facts";
import { pageOf, pageSize } from "../page";
import { queryDialect } from "../dialects";
import { query } from "../protocols/query";
import { WireError } from "../wire-error";
import { type Answer, operation, type WireContext, type WireService } from "../wire-service";
import { getAccessKeyLastUsed, listAccessKeys } from "./iam-access-keys";
import { encodeGroup, encodePolicy, encodeRole, encodeUser } from "./iam-documents";
import { generateServiceLastAccessedDetails, getServiceLastAccessedDetails } from "./iam-last-accessed";

const load = () => import("@aws-sdk/client-iam");

export const iam: WireService = {
  prefix: "iam",
  signingName: "iam",
  protocol: query,
  version: "2010-05-08",
  xmlNamespace: "https://iam.amazonaws.com/doc/2010-05-08/",
  dialect: queryDialect,
  operations: {
    GetAccountAuthorizationDetails: operation(
      async () => (await load()).GetAccountAuthorizationDetails$,
      getAccountAuthorizationDetails,
    ),
    GetAccountSummary: operation(async () => (await load()).GetAccountSummary$, getAccountSummary),
    ListAccessKeys: operation(async () => (await load()).ListAccessKeys$, listAccessKeys),
    GetAccessKeyLastUsed: operation(async () => (await load()).GetAccessKeyLastUsed$, getAccessKeyLastUsed),
    GenerateServiceLastAccessedDetails: operation(
      async () => (await load()).GenerateServiceLastAccessedDetails$,
      generateServiceLastAccessedDetails,
    ),
    GetServiceLastAccessedDetails: operation(
      async () => (await load()).GetServiceLastAccessedDetails$,
      getServiceLastAccessedDetails,
    ),
  },
};

function getAccountSummary(
  _input: GetAccountSummaryCommandInput,
  { account }: WireContext,
): Answer<GetAccountSummaryCommandOutput> {
  return { SummaryMap: { ...account.iam.summary } };
}

type Details = Answer<GetAccountAuthorizationDetailsCommandOutput>;
type Entity = { readonly type: EntityType; readonly addTo: (page: Required<Lists>) => void };
type Lists = Pick<Details, "UserDetailList" | "GroupDetailList" | "RoleDetailList" | "Policies">;

const entityTypes: ReadonlySet<string> = new Set([
  "User",
  "Role",
  "Group",
  "LocalManagedPolicy",
  "AWSManagedPolicy",
]);
const invalid = (message: string) => () => new WireError("ValidationError", message);

/** One list of all entities, cut into pages: a page holds the end of one kind and the beginning of the next. */
function getAccountAuthorizationDetails(
  { Filter: filter = [], MaxItems, Marker }: GetAccountAuthorizationDetailsCommandInput,
  { account, iamPageSize }: WireContext,
): Details {
  for (const type of filter) if (!entityTypes.has(type)) throw invalid(`${type} is not a valid filter.`)();

  const range = { max: 1000, default: 100, invalid: invalid("MaxItems must be between 1 and 1000.") };
  const { items, nextToken } = pageOf(
    [...entities(account.iam)].filter(({ type }) => filter.length === 0 || filter.includes(type)),
    {
      operation: "iam:GetAccountAuthorizationDetails",
      token: Marker,
      limit: Math.min(pageSize(MaxItems, range), iamPageSize),
      invalidToken: invalid("Marker is invalid."),
    },
  );
  const page = { UserDetailList: [], GroupDetailList: [], RoleDetailList: [], Policies: [] };
  for (const entity of items) entity.addTo(page);
  return { ...page, IsTruncated: nextToken !== undefined, Marker: nextToken };
}

function* entities({ users, groups, roles, policies }: IamFacts): Generator<Entity> {
  for (const user of users)
    yield { type: "User", addTo: (page) => page.UserDetailList?.push(encodeUser(user)) };
  for (const group of groups)
    yield { type: "Group", addTo: (page) => page.GroupDetailList?.push(encodeGroup(group)) };
  for (const role of roles)
    yield { type: "Role", addTo: (page) => page.RoleDetailList?.push(encodeRole(role)) };
  for (const policy of policies) {
    const type = policy.Arn?.includes(":iam::aws:") ? "AWSManagedPolicy" : "LocalManagedPolicy";
    yield { type, addTo: (page) => page.Policies?.push(encodePolicy(policy)) };
  }
}
