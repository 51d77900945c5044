/**
 * What `kms:ViaService` holds when Kinesis asks KMS in a caller's name.
 *
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html
 */
export function viaKinesis(region: string): string {
  return `kinesis.${region}.amazonaws.com`;
}
