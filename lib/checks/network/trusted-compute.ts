import { parsePrincipal } from "@/lib/iam/principal";
import type { IamRole } from "@/lib/model/iam-inventory";
import type { Gap } from "@/lib/model/observed";
import { readStatements } from "@/lib/checks/policy-document";

/** What of the account's own compute may take a role, by its trust policy. */
export interface TrustedCompute {
  readonly ec2: boolean;
  readonly lambda: boolean;
  readonly ecs: boolean;
  /** By EKS pod identity. */
  readonly pods: boolean;
  /** Issuers of EKS clusters whose service accounts may take it, without `https://`. */
  readonly issuers: readonly string[];
  /** Whether nothing but services that work in a network of their own may take it. */
  readonly isElsewhere: boolean;
}

/** Services that read or write in their own network, where no VPC of the account is between. */
const servicesElsewhere = /^(lambda|firehose|kinesisanalytics|pipes|scheduler|events|kinesis|iot|logs)\./;

export function trustedCompute({ trustPolicy, arn, name }: IamRole): TrustedCompute | { readonly gap: Gap } {
  const origin = {
    name: `the trust policy of role ${name}`,
    action: "iam:GetAccountAuthorizationDetails",
    resource: arn,
  };
  const trust = readStatements(trustPolicy, origin);
  if (!trust.ok) return { gap: trust.gap };
  const trusted = trust.statements
    .filter(({ effect }) => effect === "Allow")
    .flatMap(({ principals = [] }) => principals.map(parsePrincipal));
  const services = trusted.flatMap((principal) =>
    principal.kind === "service" ? [principal.service.toLowerCase()] : [],
  );
  const has = (service: string) => services.some((each) => each.startsWith(`${service}.amazonaws.com`));
  return {
    ec2: has("ec2"),
    lambda: has("lambda"),
    ecs: has("ecs-tasks"),
    pods: has("pods.eks"),
    issuers: trusted.flatMap((principal) =>
      principal.kind === "federated" ? (issuerOf(principal.provider) ?? []) : [],
    ),
    isElsewhere:
      trusted.length > 0 &&
      trusted.every((principal) => principal.kind === "service" && servicesElsewhere.test(principal.service)),
  };
}

/** `arn:aws:iam::111122223333:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLE` */
function issuerOf(provider: string): string | undefined {
  return /:oidc-provider\/(oidc\.eks\..+)$/.exec(provider)?.[1];
}
