import type { Statement } from "@/lib/iam/statement";
import type { TrustFault } from "@/lib/checks/trust/trust-fault";

const deputyKeys = /^aws:source(?:account|arn|orgid|orgpaths)$/i;
/**
 * What IAM Roles Anywhere tells of a certificate and of the trust anchor that vouches for it.
 *
 * @see https://docs.aws.amazon.com/rolesanywhere/latest/userguide/trust-model.html
 */
const anchorOrCertificate = /^aws:(?:principaltag\/x509|sourcearn$)/i;
const positive = /^(?:ForAnyValue:)?(?:String|Arn)(?:Equals|Like|EqualsIgnoreCase)$/;

/** Services act for many accounts: of two of them the trust policy has to say for whom, of others AWS sees to it. */
export function judgeService(service: string, { conditions }: Statement): TrustFault | undefined {
  const asks = (keys: RegExp) =>
    conditions.some(
      ({ key, operator, values }) =>
        keys.test(key) && positive.test(operator) && values.every((value) => /[^*?]/.test(value)),
    );
  if (service.startsWith("kinesis.amazonaws.com") && !asks(deputyKeys))
    return {
      says: "by Kinesis for channels of any account (no aws:SourceAccount or aws:SourceArn)",
      severity: "low",
    };
  if (service.startsWith("rolesanywhere.amazonaws.com") && !asks(anchorOrCertificate))
    return {
      says: "with any certificate of any trust anchor (no aws:SourceArn and no field of the certificate)",
      severity: "medium",
    };
  return undefined;
}
