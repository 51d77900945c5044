import type {
  GenerateServiceLastAccessedDetailsCommandInput,
  GenerateServiceLastAccessedDetailsCommandOutput,
  GetServiceLastAccessedDetailsCommandInput,
  GetServiceLastAccessedDetailsCommandOutput,
  ServiceLastAccessed,
} from "@aws-sdk/client-iam";
import { daysBefore } from "../days-before";
import { readToken, writeToken } from "../page";
import { WireError } from "../wire-error";
import type { Answer, WireContext } from "../wire-service";

const job = "iam:GenerateServiceLastAccessedDetails";

/** The id of the job says whom it is about, so that nothing has to be kept for it. */
export function generateServiceLastAccessedDetails(
  { Arn = "" }: GenerateServiceLastAccessedDetailsCommandInput,
  { account }: WireContext,
): Answer<GenerateServiceLastAccessedDetailsCommandOutput> {
  const { users, groups, roles, policies } = account.iam;
  const isThere = [...users, ...groups, ...roles, ...policies].some((one) => one.Arn === Arn);
  if (isThere) return { JobId: writeToken(job, Arn) };
  throw new WireError("NoSuchEntity", `ARN ${Arn} not found.`, 404);
}

/** Every job is done at once. Of a service that was never called the answer holds its name alone. */
export function getServiceLastAccessedDetails(
  { JobId = "" }: GetServiceLastAccessedDetailsCommandInput,
  { account, now }: WireContext,
): Answer<GetServiceLastAccessedDetailsCommandOutput> {
  const arn = readToken(job, JobId);
  if (arn === undefined) throw new WireError("NoSuchEntity", `Job ${JobId} not found.`, 404);
  const { lastKinesisCallDaysAgo: ages } = account.iam;
  const age = Object.hasOwn(ages, arn) ? ages[arn] : undefined;
  const services = [
    toAnswer("kinesis", arn, age === undefined ? undefined : daysBefore(now, age)),
    toAnswer("kms", arn, undefined),
  ];
  return {
    JobStatus: "COMPLETED",
    JobCreationDate: new Date(now),
    JobCompletionDate: new Date(now),
    ServicesLastAccessed: services,
    IsTruncated: false,
  };
}

function toAnswer(service: string, arn: string, at: Date | undefined): ServiceLastAccessed {
  const named = { ServiceName: `Amazon ${service}`, ServiceNamespace: service };
  if (!at) return { ...named, TotalAuthenticatedEntities: 0 };
  return { ...named, LastAuthenticated: at, LastAuthenticatedEntity: arn, TotalAuthenticatedEntities: 1 };
}
