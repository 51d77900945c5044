import type {
  DescribePipeCommandInput,
  DescribePipeCommandOutput,
  ListPipesCommandInput,
  ListPipesCommandOutput,
} from "@aws-sdk/client-pipes";
import { kmsDialect } from "../dialects";
import { pageOf, pageSize } from "../page";
import { restJson } from "../protocols/rest-json";
import { WireError } from "../wire-error";
import { type Answer, operation, regionOf, type WireContext, type WireService } from "../wire-service";

const load = () => import("@aws-sdk/client-pipes");
const invalid = () => new WireError("ValidationException", "The request is not valid.");

export const pipes: WireService = {
  prefix: "pipes",
  signingName: "pipes",
  protocol: restJson,
  routes: { "GET /v1/pipes": "ListPipes", "GET /v1/pipes/{Name}": "DescribePipe" },
  dialect: kmsDialect,
  operations: {
    ListPipes: operation(async () => (await load()).ListPipes$, listPipes),
    DescribePipe: operation(async () => (await load()).DescribePipe$, describePipe),
  },
};

/** @see https://docs.aws.amazon.com/eventbridge/latest/pipes-reference/API_ListPipes.html */
function listPipes(
  { NamePrefix = "", SourcePrefix = "", NextToken, Limit }: ListPipesCommandInput,
  context: WireContext,
): Answer<ListPipesCommandOutput> {
  const picked = regionOf(kmsDialect, context).pipes.filter(
    ({ Name, Source }) => Name?.startsWith(NamePrefix) && Source?.startsWith(SourcePrefix),
  );
  const { items, nextToken } = pageOf(picked, {
    operation: "pipes:ListPipes",
    token: NextToken,
    limit: pageSize(Limit, { max: 100, default: 100, invalid }),
    invalidToken: invalid,
  });
  return {
    Pipes: items.map(({ Arn, Name, CurrentState, Source, Target, Enrichment }) => ({
      Arn,
      Name,
      CurrentState,
      Source,
      Target,
      Enrichment,
    })),
    NextToken: nextToken,
  };
}

function describePipe(
  { Name: name }: DescribePipeCommandInput,
  context: WireContext,
): Answer<DescribePipeCommandOutput> {
  const found = regionOf(kmsDialect, context).pipes.find(({ Name }) => Name === name);
  if (found) return found;
  throw new WireError("NotFoundException", `Pipe ${name ?? ""} does not exist.`, 404);
}
