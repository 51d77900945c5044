import { kmsDialect, queryDialect } from "./dialects";
import { cloudtrail } from "./services/cloudtrail";
import { ec2 } from "./services/ec2";
import { ecs } from "./services/ecs";
import { eks } from "./services/eks";
import { events } from "./services/events";
import { firehose } from "./services/firehose";
import { iam } from "./services/iam";
import { kinesis } from "./services/kinesis";
import { kms } from "./services/kms";
import { lambda } from "./services/lambda";
import { organizations } from "./services/organizations";
import { pipes } from "./services/pipes";
import { route53 } from "./services/route53";
import { sts } from "./services/sts";
import { tagging } from "./services/tagging";
import { awsJson } from "./protocols/aws-json";
import { query } from "./protocols/query";
import type { WireRequest } from "./wire-request";
import type { WireService } from "./wire-service";

const services: readonly WireService[] = [
  kinesis,
  tagging,
  kms,
  iam,
  sts,
  ec2,
  organizations,
  route53,
  cloudtrail,
  events,
  firehose,
  pipes,
  lambda,
  ecs,
  eks,
];

/** The service that the signature names; of an unsigned request, the one that its target or version tells. */
export function serviceOf(request: WireRequest): WireService | undefined {
  const { credential, headers, body } = request;
  if (credential) return services.find(({ signingName }) => signingName === credential.signingName);
  const target = String(headers["x-amz-target"] ?? "").split(".")[0];
  const version = new URLSearchParams(body).get("Version");
  return services.find(
    (service) =>
      (target !== "" && service.target === target) || (version !== null && service.version === version),
  );
}

/** Stands in for a service that is not served, so that even that is said in a dialect the client reads. */
export function unknownService({ credential, headers }: WireRequest): WireService {
  const speaksJson =
    headers["x-amz-target"] !== undefined || String(headers["content-type"]).includes("json");
  const name = credential?.signingName ?? "unknown";
  return {
    prefix: name,
    signingName: name,
    protocol: speaksJson ? awsJson : query,
    dialect: speaksJson ? kmsDialect : queryDialect,
    operations: {},
  };
}
